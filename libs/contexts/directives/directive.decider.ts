import { happened, refused, type Decider, type Decision, type Occasion } from '#kernel';
import { mapFaultOf } from './clause-map.rules.js';
import { basesIn, faultOf } from './content.rules.js';
import type { Content, Issuer } from './content.js';
import type { DirectiveCommand, DirectiveFacts } from './directive.commands.js';
import { directiveEvents, type DirectiveEvent, type Recipient } from './directive.events.js';
import { DIRECTIVE_REFUSALS, type DirectiveRefusal } from './directive.refusals.js';
import { ownerOf, type DirectiveState, type Standing } from './directive.state.js';
import { contentOf, type Draft } from './draft.js';
import { frozen, issuerIn } from './recipients.js';

type Decided = Decision<DirectiveEvent, DirectiveRefusal>;
type No = Extract<Decided, { readonly refused: DirectiveRefusal }>;

export const directive: Decider<DirectiveState, DirectiveCommand, DirectiveEvent, DirectiveRefusal, DirectiveFacts> = {
  kind: 'directive',
  events: directiveEvents,
  refusals: DIRECTIVE_REFUSALS,
  who: {
    DraftDirective: ['hq'],
    DeployFrom: ['hq'],
    ImportDirective: ['hq'],
    EditDraft: ['hq'],
    SubmitForSignOff: ['hq'],
    IssueDirective: ['commander'],
    PassOnDirective: ['system'],
  },
  owner: (state, { type }, { ownId, organisations }) => {
    if (state.is !== 'new' || CHANGES.includes(type)) return ownerOf(state);
    return { territory: issuerIn(organisations, ownId)?.territoryPath ?? '', orgs: ownId ? [ownId] : [] };
  },
  initial: { is: 'new' },

  decide: {
    DraftDirective: (draft, state, on, facts) =>
      begun(state, on, facts, (issuer) => {
        const content = contentOf(draft);
        const data = { issuer, deploys: false, ...content };
        return faultOf(draft, content, facts) ?? happened({ type: 'DirectiveDrafted', data });
      }),
    DeployFrom: (draft, state, on, facts) =>
      begun(state, on, facts, (issuer) => {
        const content = contentOf(draft);
        const data = { issuer, deploys: true, ...content };
        return deployFaultOf(draft, content, facts) ?? happened({ type: 'DirectiveDrafted', data });
      }),
    ImportDirective: (asked, state, on, facts) =>
      begun(state, on, facts, (issuer) => {
        const content = contentOf(asked);
        const { issuedBy, dated, original, damage, complete } = asked;
        const kept = { issuedBy, original, damage: [...damage], complete, ...(dated && { dated }) };
        const data = { issuer, ...kept, ...content };
        return faultOf(asked, content, facts) ?? happened({ type: 'DirectiveImported', data });
      }),
    EditDraft: (draft, state, on, facts) => {
      const no = notOwn(state, on);
      if (no || state.is === 'new') return no ?? refused('NOT_THE_ISSUER');
      if (state.is === 'issued') return refused('ISSUED_TEXT_FIXED');
      const data = contentOf(draft);
      const fault = state.deploys ? deployFaultOf(draft, data, facts) : faultOf(draft, data, facts);
      return fault ?? happened({ type: 'DraftEdited', data });
    },
    SubmitForSignOff: (_, state, on, facts) => {
      const no = notOwn(state, on);
      if (no || state.is === 'new') return no ?? refused('NOT_THE_ISSUER');
      return unreadiness(state, facts) ?? happened({ type: 'SignOffRequested', data: {} });
    },
    IssueDirective: ({ recipients }, state, { occurredAt }, { organisations }) => {
      if (state.is === 'issued') return refused('ALREADY_ISSUED');
      if (state.is !== 'signOffPending') return refused('NOT_SUBMITTED');
      const list = frozen(recipients, organisations);
      return 'refused' in list ? list : happened(...issued(state, list, occurredAt));
    },
    PassOnDirective: ({ issuer, relayOf, recipients, at }, state, _, { relayed }) => {
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

  evolve: {
    DirectiveDrafted: (_, { issuer, deploys, relayOf: _relay, ...content }) => ({
      is: 'draft',
      ...{ issuer, content, deploys, textVersion: 1, imported: false },
    }),
    DirectiveImported: (_, { issuer, issuedBy: _by, dated, original, damage, complete, ...content }) => ({
      is: 'registered',
      ...{ issuer, content, deploys: false, textVersion: 1, imported: true },
    }),
    DraftEdited: (state, content) =>
      state.is === 'new'
        ? state
        : { ...state, is: state.imported ? 'registered' : 'draft', content, textVersion: state.textVersion + 1 },
    SignOffRequested: (state) => (state.is === 'new' ? state : { ...state, is: 'signOffPending' }),
    DirectiveIssued: (state, { recipients }) => (state.is === 'new' ? state : { ...state, is: 'issued', recipients }),
    BasisImplemented: (state) => state,
  },
};

/** The rules of commands about a directive that is there. */
const CHANGES: readonly DirectiveCommand['type'][] = ['EditDraft', 'SubmitForSignOff', 'IssueDirective'];

const begun = (
  state: DirectiveState,
  { orgId }: Occasion,
  { organisations }: DirectiveFacts,
  begin: (issuer: Issuer) => Decided,
): Decided => {
  if (state.is !== 'new') return refused('DIRECTIVE_EXISTS');
  const issuer = issuerIn(organisations, orgId);
  return issuer ? begin(issuer) : refused('OWN_BODY_UNKNOWN');
};

const deployFaultOf = (draft: Draft, content: Content, facts: DirectiveFacts): No | undefined => {
  const fault = faultOf(draft, content, facts) ?? mapFaultOf(content, facts);
  if (fault) return fault;
  const { ownId, upstream } = facts;
  const notOurs = basesIn(content).findIndex((id) => {
    const to = upstream.get(id)?.recipients;
    return to !== undefined && !to.some((org) => org === ownId);
  });
  return notOurs >= 0 ? refused('NOT_THE_RECIPIENT', 'bases', String(notOurs)) : undefined;
};

const notOwn = (state: DirectiveState, { orgId }: Occasion): No | undefined =>
  state.is !== 'new' && state.issuer.orgId !== orgId ? refused('NOT_THE_ISSUER') : undefined;

/** Why a directive cannot go to whoever signs it. */
const unreadiness = (state: Exclude<DirectiveState, { is: 'new' }>, facts: DirectiveFacts): No | undefined => {
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
