import { happened, refused, type Decider, type Decision, type Id, type Occasion } from '#kernel';
import { basesIn, faultOf, type ContentFacts } from '../content/content.rules.js';
import type { Content, Issuer } from '../content/content.schema.js';
import { contentOf, type Draft } from '../content/draft.js';
import { frozen, issuerIn, type Organisations, type Recipient } from '../content/recipients.js';
import { noSuchDay } from '../content/stated-day.js';
import { mapFaultOf } from './clause-map.rules.js';
import { directiveCommands, type DirectiveCommand } from './directive.commands.js';
import type { DirectiveEvent } from './directive.events.js';
import { aroundBeginning, aroundContent, issuingBodies, relayedText, type Beginning } from './directive.facts.js';
import { DIRECTIVE_REFUSALS, type DirectiveRefusal } from './directive.refusals.js';
import { directiveStream, ownerOf, type DirectiveState, type Standing } from './directive.state.js';

type Decided = Decision<DirectiveEvent, DirectiveRefusal>;
type No = Extract<Decided, { readonly refused: DirectiveRefusal }>;

/** What must be known of others: what the content names, its issuer and the bodies it goes to, the text that a relay passes on. */
export interface DirectiveFacts {
  readonly DraftDirective: Beginning;
  readonly DeployFrom: Beginning;
  readonly ImportDirective: Beginning;
  readonly EditDraft: ContentFacts;
  readonly SubmitForSignOff: ContentFacts;
  readonly IssueDirective: Organisations;
  readonly PassOnDirective: Content | undefined;
}

export const directive: Decider<DirectiveState, DirectiveCommand, DirectiveEvent, DirectiveRefusal, DirectiveFacts> = {
  ...directiveStream,
  commands: directiveCommands,
  refusals: DIRECTIVE_REFUSALS,
  facts: {
    DraftDirective: (read, draft, _, on) => aroundBeginning(read, draft, on),
    DeployFrom: (read, draft, _, on) => aroundBeginning(read, draft, on),
    ImportDirective: (read, asked, _, on) => aroundBeginning(read, asked, on),
    EditDraft: (read, draft) => aroundContent(read, contentOf(draft)),
    SubmitForSignOff: async (read, _, own) => {
      const state = await own.state();
      return aroundContent(read, state.is === 'new' ? NOTHING : state.content);
    },
    IssueDirective: async (read, { recipients }, own) => issuingBodies(read, await own.state(), recipients),
    PassOnDirective: (read, { relayOf }) => relayedText(read, relayOf.directiveId),
  },
  owner: (state, asked) => {
    if (state.is !== 'new') return ownerOf(state);
    switch (asked.type) {
      case 'DraftDirective':
      case 'DeployFrom':
      case 'ImportDirective':
        return bodyOf(asked.facts);
      case 'PassOnDirective':
        return { territory: '', orgs: [] };
      default:
        return undefined;
    }
  },

  decide: {
    DraftDirective: (draft, state, _, facts) =>
      begun(state, facts, (issuer) => {
        const content = contentOf(draft);
        const data = { issuer, deploys: false, ...content };
        return faultOf(draft, content, facts) ?? happened({ type: 'DirectiveDrafted', data });
      }),
    DeployFrom: (draft, state, on, facts) =>
      begun(state, facts, (issuer) => {
        const content = contentOf(draft);
        const data = { issuer, deploys: true, ...content };
        return deployFaultOf(draft, content, facts, on.orgId) ?? happened({ type: 'DirectiveDrafted', data });
      }),
    ImportDirective: (asked, state, _, facts) =>
      begun(state, facts, (issuer) => {
        const content = contentOf(asked);
        const { issuedBy, dated, original, damage, complete } = asked;
        const kept = { issuedBy, original, damage, complete, ...(dated && { dated }) };
        const data = { issuer, ...kept, ...content };
        const fault = noSuchDay(dated, 'dated') ?? faultOf(asked, content, facts);
        return fault ?? happened({ type: 'DirectiveImported', data });
      }),
    EditDraft: (draft, state, on, facts) => {
      const no = notOwn(state, on);
      if (no || state.is === 'new') return no ?? refused('NOT_THE_ISSUER');
      if (state.is === 'issued') return refused('ISSUED_TEXT_FIXED');
      const data = contentOf(draft);
      const fault = state.deploys ? deployFaultOf(draft, data, facts, on.orgId) : faultOf(draft, data, facts);
      return fault ?? happened({ type: 'DraftEdited', data });
    },
    SubmitForSignOff: (_, state, on, facts) => {
      const no = notOwn(state, on);
      if (no || state.is === 'new') return no ?? refused('NOT_THE_ISSUER');
      return unreadiness(state, facts) ?? happened({ type: 'SignOffRequested', data: {} });
    },
    IssueDirective: ({ recipients }, state, { occurredAt }, organisations) => {
      if (state.is === 'issued') return refused('ALREADY_ISSUED');
      if (state.is !== 'signOffPending') return refused('NOT_SUBMITTED');
      if (!issuerIn(organisations, state.issuer.orgId)) return refused('ISSUER_DISSOLVED');
      const list = frozen(recipients, organisations);
      return 'refused' in list ? list : happened(...issued(state, list, occurredAt));
    },
    PassOnDirective: ({ issuer, relayOf, recipients, at }, state, _, relayed) => {
      if (state.is !== 'new') return refused('DIRECTIVE_EXISTS');
      if (!relayed) return refused('NOTHING_TO_DEPLOY');
      const { meetingId: _meeting, ...unchanged } = relayed;
      const basis = [{ directiveId: relayOf.directiveId }];
      const content = { ...unchanged, bases: basis, links: [], clauseMap: [] };
      return happened(
        { type: 'DirectiveDrafted', data: { issuer, deploys: false, relayOf, ...content } },
        ...issued({ issuer, content, textVersion: 1 }, recipients, at),
      );
    },
  },
};

/** What a directive that is not there names. */
const NOTHING = { bases: [], links: [] };

/** Whose a directive will be that begins with this command. */
const bodyOf = ({ ownId, issuer }: Beginning) => ({
  territory: issuer?.territoryPath ?? '',
  orgs: ownId ? [ownId] : [],
});

const begun = (state: DirectiveState, { issuer }: Beginning, begin: (issuer: Issuer) => Decided): Decided => {
  if (state.is !== 'new') return refused('DIRECTIVE_EXISTS');
  return issuer ? begin(issuer) : refused('OWN_BODY_UNKNOWN');
};

const deployFaultOf = (
  draft: Draft,
  content: Content,
  facts: ContentFacts,
  orgId: Id<'organisation'> | undefined,
): No | undefined => {
  const fault = faultOf(draft, content, facts) ?? mapFaultOf(content, facts);
  if (fault) return fault;
  const notOurs = basesIn(content).findIndex((id) => {
    const to = facts.upstream.get(id)?.recipients;
    return to !== undefined && !to.some((org) => org === orgId);
  });
  return notOurs >= 0 ? refused('NOT_THE_RECIPIENT', 'bases', String(notOurs)) : undefined;
};

const notOwn = (state: DirectiveState, { orgId }: Occasion): No | undefined =>
  state.is !== 'new' && state.issuer.orgId !== orgId ? refused('NOT_THE_ISSUER') : undefined;

/** Why a directive cannot go to the leader who signs it. */
const unreadiness = (state: Exclude<DirectiveState, { is: 'new' }>, facts: ContentFacts): No | undefined => {
  if (state.is === 'issued') return refused('ALREADY_ISSUED');
  if (state.is === 'signOffPending') return refused('ALREADY_SUBMITTED');
  const open = state.content.clauses.findIndex(({ due }) => due === undefined);
  if (open >= 0) return refused('DUE_NOT_STATED', 'clauses', String(open), 'due');
  return state.deploys ? mapFaultOf(state.content, facts) : undefined;
};

/** The text and the list freeze together; each basis gets its child. */
const issued = (
  { issuer, content, textVersion }: Pick<Standing, 'issuer' | 'content' | 'textVersion'>,
  recipients: readonly Recipient[],
  issuedAt: string,
): readonly DirectiveEvent[] => [
  { type: 'DirectiveIssued', data: { recipients: [...recipients], textVersion, issuedAt } },
  ...basesIn(content).map((directiveId) => ({ type: 'BasisImplemented', data: { directiveId, issuer } }) as const),
];
