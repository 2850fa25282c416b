import { beforeAnswered, changedSince, happened, refused, type Id, type Occasion } from '#kernel';
import { askingIn, basesIn, faultOf, unknownUpstream, type ContentFacts } from '../content/content.rules.js';
import type { Content, Issuer } from '../content/content.schema.js';
import { contentOf, type Draft } from '../content/draft.js';
import { importDirective } from '../importing/import.rules.js';
import { mapFaultOf } from './clause-map.rules.js';
import type { Beginning } from './directive.facts.js';
import type { Decided, No, Rule } from './directive.rules.js';
import type { DirectiveState, Standing } from './directive.standing.js';
import { asks, beginning } from './request.rules.js';
import { openRequest } from './requests.js';

const draftDirective: Rule<'DraftDirective'> = (draft, state, _, facts) =>
  begun(state, facts, (issuer) => {
    const content = contentOf(draft);
    const data = { issuer, deploys: false, ...content };
    return (
      contentFaultOf(draft, content, facts) ??
      happened({ type: 'DirectiveDrafted', data }, ...asks(content, facts, beginning(issuer)))
    );
  });

const deployFrom: Rule<'DeployFrom'> = (draft, state, on, facts) =>
  begun(state, facts, (issuer) => {
    const content = contentOf(draft);
    const data = { issuer, deploys: true, ...content };
    return (
      deployFaultOf(draft, content, facts, on.orgId) ??
      happened({ type: 'DirectiveDrafted', data }, ...asks(content, facts, beginning(issuer)))
    );
  });

const editDraft: Rule<'EditDraft'> = (draft, state, on, facts) => {
  if (state.is === 'new') return refused('DIRECTIVE_NOT_THERE');
  const outdated = staleness(state, on, draft.expectedRevision);
  if (outdated) return outdated;
  const data = contentOf(draft);
  const fault = state.deploys ? deployFaultOf(draft, data, facts, on.orgId) : contentFaultOf(draft, data, facts);
  return fault ?? happened({ type: 'DraftEdited', data }, ...asks(data, facts, state));
};

const submitForSignOff: Rule<'SubmitForSignOff'> = (_, state, on) => {
  if (state.is === 'new') return refused('DIRECTIVE_NOT_THERE');
  return beforeAnswered(on, state.latest) ?? happened({ type: 'SignOffRequested', data: {} });
};

/** W7, W1: an edit starts from the text that is there, and comes after whoever wrote that. */
const staleness = ({ textVersion: revision, written: last, latest }: Standing, on: Occasion, expected: number) =>
  changedSince(expected, { revision, last }) ?? beforeAnswered(on, latest);

const begun = (state: DirectiveState, { issuer }: Beginning, begin: (issuer: Issuer) => Decided): Decided => {
  if (state.is !== 'new') return refused('DIRECTIVE_EXISTS');
  return issuer ? begin(issuer) : refused('OWN_BODY_UNKNOWN');
};

/** D3: whoever builds on a registered directive answers for each of its clauses, drafted, deployed or imported. */
const contentFaultOf = (draft: Draft, content: Content, facts: ContentFacts): No | undefined =>
  faultOf(draft, content, facts) ?? mapFaultOf(content, facts);

const deployFaultOf = (
  draft: Draft,
  content: Content,
  facts: ContentFacts,
  orgId: Id<'organisation'> | undefined,
): No | undefined => {
  const parents = basesIn(content);
  if (parents.length === 0) return refused('NOTHING_TO_DEPLOY', 'bases');
  const fault = contentFaultOf(draft, content, facts);
  if (fault) return fault;
  const notOurs = parents.findIndex((id) => {
    const to = facts.upstream.get(id)?.recipients;
    return to !== undefined && !to.some((org) => org === orgId);
  });
  return notOurs >= 0 ? refused('NOT_THE_RECIPIENT', 'bases', String(notOurs)) : undefined;
};

/** What it names is there, and its clause map is of the parents as they read now. */
const unmapped = (state: Standing, facts: ContentFacts): No | undefined =>
  unknownUpstream(state.content, facts) ?? mapFaultOf(state.content, facts) ?? outdatedMap(state, facts);

/** D3: a clause map is of the text of its parents as it stood when it was written. */
const outdatedMap = ({ content, written }: Standing, { upstream }: ContentFacts): No | undefined => {
  const outdated = basesIn(content).findIndex((id) => (upstream.get(id)?.amendedAt ?? '') > written.recordedAt);
  return outdated >= 0 ? refused('BASIS_AMENDED_SINCE', 'bases', String(outdated)) : undefined;
};

/** Why a text cannot go to the leader who signs it. */
export const unreadyText = (state: Standing, facts: ContentFacts): No | undefined => {
  if (askingIn(state.content).length === 0) return refused('NO_CLAUSES', 'clauses');
  const open = state.content.clauses.findIndex(({ due, heading }) => due === undefined && !heading);
  if (open >= 0) return refused('DUE_NOT_STATED', 'clauses', String(open), 'due');
  const later = openRequest(state.content, state.rulings, (how) => how === 'later');
  return (
    unmapped(state, facts) ?? (later >= 0 ? refused('LATER_DUE_NOT_GRANTED', 'clauseMap', String(later)) : undefined)
  );
};

/** How a text comes about, until it waits to be signed. */
export const drafting = {
  DraftDirective: draftDirective,
  DeployFrom: deployFrom,
  ImportDirective: importDirective,
  EditDraft: editDraft,
  SubmitForSignOff: submitForSignOff,
};
