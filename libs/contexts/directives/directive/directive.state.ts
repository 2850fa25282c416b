import {
  answered,
  lastChange,
  type Act,
  type Answered,
  type DataOf,
  type LastChange,
  type Id,
  type Owner,
  type Stream,
} from '#kernel';
import type { Content, Issuer } from '../content/content.schema.js';
import type { Recipient } from '../content/recipients.js';
import { contentIn } from '../importing/imported-content.js';
import { directiveEvents, type DirectiveEvent } from './directive.events.js';
import { rulingsFor, stillAhead, type AskedAhead } from './ahead.js';
import { requestChanges } from './directive.asking.evolve.js';
import type { Request } from './request.shape.js';
import { stillStanding, type Requested, type Ruling } from './requests.js';

/** An amendment as those who build on the text need to know of it. */
export interface Amendment extends Pick<DataOf<DirectiveEvent, 'DirectiveAmended'>, 'textVersion'> {
  readonly touched: readonly string[];
  readonly amendedAt: string;
}

export interface Standing {
  readonly issuer: Issuer;
  readonly content: Content;
  readonly textVersion: number;
  readonly deploys: boolean;
  readonly imported: boolean;
  /** The digest of the bytes that it was imported from. */
  readonly sha256?: string;
  /** The import that it was made of; another person confirms it before the directive counts. */
  readonly importId?: Id<'import'>;
  /** What the issuers of its parents said to what its clause map asks for. */
  readonly rulings: readonly Ruling[];
  /** What it asks of whom, since that is kept. */
  readonly requests: readonly Request[];
  /** What it asks before its text says so. */
  readonly ahead: readonly AskedAhead[];
  /** Its amendments: the version of the text that each made, when it was recorded, and which clauses it touched. */
  readonly amendments: readonly Amendment[];
  /** The directives that were issued on its basis. */
  readonly children: readonly Id<'directive'>[];
  /** The version of each parent that was amended since this text was written, and the clauses that are to be mapped again (D3). */
  /** The duties that came to rest on it. */
  readonly duties: readonly Id<'dutyPoint'>[];
  readonly reopened: readonly Requested[];
  readonly bases: readonly Pick<DataOf<DirectiveEvent, 'BasisAmended'>, 'directiveId' | 'textVersion'>[];
  /** Who wrote the text as it stands, and when. */
  readonly written: LastChange;
  /** The act that the next one answers (W1). */
  readonly latest: Answered;
}

/** It was issued: what it said stays, whatever became of it. */
export interface Sent extends Standing, Pick<DataOf<DirectiveEvent, 'DirectiveIssued'>, 'issuedAt'> {
  readonly is: 'issued' | Ending;
  readonly recipients: readonly Recipient[];
  /** What took its place. */
  readonly successorId?: Id<'directive'>;
}

export type Ending = 'completed' | TakenBack;
/** Nothing is ordered by it any more. */
export type TakenBack = 'withdrawn' | 'revoked' | 'superseded';

/** `registered` is an imported text that was not issued from here: others may cite it, and it can still be issued. */
export type DirectiveState =
  { readonly is: 'new' } | (Standing & { readonly is: 'draft' | 'registered' | 'signOffPending' }) | Sent;

/** Whether it was issued, whatever became of it since. */
export const wasSent = (state: DirectiveState): state is Sent => 'recipients' in state;

/** Whether it was issued, and orders nothing any more. */
export const isTakenBack = ({ is }: DirectiveState): boolean =>
  is === 'withdrawn' || is === 'revoked' || is === 'superseded';

/** Whose a directive is: its issuer's, and those that it went to. */
export const ownerOf = (state: DirectiveState): Owner | undefined => {
  if (state.is === 'new') return undefined;
  const to = wasSent(state) ? state.recipients.map(({ orgId }) => orgId) : [];
  return { territory: state.issuer.territoryPath, orgs: [state.issuer.orgId, ...to] };
};

/** Nothing changes about a directive that is not there. */
const there =
  <D>(change: (state: Standing, data: D, act: Act) => Partial<Standing>) =>
  (state: DirectiveState, data: D, act: Act): DirectiveState =>
    state.is === 'new' ? state : { ...state, ...change(state, data, act) };

const ended = (state: DirectiveState, is: Ending, by: Pick<Sent, 'successorId'> = {}): DirectiveState =>
  wasSent(state) ? { ...state, ...by, is } : state;

const latest = (type: DirectiveEvent['type'], act: Act): Answered => answered(directiveEvents.facts[type].title, act);

const written = (type: DirectiveEvent['type'], act: Act): Pick<Standing, 'written' | 'latest'> => ({
  written: lastChange(directiveEvents.facts[type].title, act),
  latest: latest(type, act),
});

const NOTHING_SINCE = {
  rulings: [],
  requests: [],
  ahead: [],
  amendments: [],
  children: [],
  duties: [],
  reopened: [],
  bases: [],
};

const amended = (state: DirectiveState, data: DataOf<DirectiveEvent, 'DirectiveAmended'>, act: Act): DirectiveState => {
  if (state.is === 'new') return state;
  const { text, clauses, declared, clauseMap, textVersion, changed, added, dropped } = data;
  const content = { ...state.content, text, clauses, declared, clauseMap };
  const amendment = { textVersion, touched: [...changed, ...added, ...dropped], amendedAt: act.recordedAt };
  return {
    ...{ ...state, content, textVersion, ...written('DirectiveAmended', act) },
    ...{ rulings: rulingsFor(state, content), ahead: stillAhead(state.ahead, content) },
    amendments: [...state.amendments, amendment],
    reopened: [],
  };
};

/** How a directive is folded. */
export const directiveStream: Stream<DirectiveState, DirectiveEvent> = {
  kind: 'directive',
  events: directiveEvents,
  initial: { is: 'new' },
  seenBy: ownerOf,
  // A clause is called by its key, or by its number in the text.
  namesOf: (state) => (state.is === 'new' ? [] : state.content.clauses.flatMap(({ key, number }) => [key, number])),
  endingOf: (state) =>
    wasSent(state) && isTakenBack(state)
      ? { because: state.is, ...(state.successorId && { successorId: state.successorId }) }
      : undefined,
  evolve: {
    DirectiveDrafted: (_, { issuer, deploys, relayOf: _relay, ...content }, act) => ({
      is: 'draft',
      ...{
        issuer,
        content,
        deploys,
        textVersion: 1,
        imported: false,
        ...NOTHING_SINCE,
        ...written('DirectiveDrafted', act),
      },
    }),
    DirectiveImported: (_, imported, act) => ({
      is: 'registered',
      ...{
        issuer: imported.issuer,
        content: contentIn(imported),
        deploys: false,
        textVersion: 1,
        imported: true,
        sha256: imported.original.sha256,
        ...(imported.from && { importId: imported.from.importId }),
        ...NOTHING_SINCE,
        ...written('DirectiveImported', act),
      },
    }),
    DraftEdited: (state, content, act) => {
      if (state.is === 'new') return state;
      const [is, textVersion] = [state.imported ? ('registered' as const) : ('draft' as const), state.textVersion + 1];
      const rulings = stillStanding(state.rulings, state.content, content);
      return { ...state, is, content, ...written('DraftEdited', act), textVersion, rulings };
    },
    SignOffRequested: (state, _, act) =>
      state.is === 'new' ? state : { ...state, is: 'signOffPending', latest: latest('SignOffRequested', act) },
    DirectiveIssued: (state, { textVersion: _, ...sent }, act) =>
      state.is === 'new' ? state : { ...state, ...sent, is: 'issued', latest: latest('DirectiveIssued', act) },
    DirectiveAmended: amended,
    ChildRecorded: there(({ children }, { childId }) => ({ children: [...children, childId] })),
    DutyRecorded: there(({ duties }, { dutyPointId }) => ({ duties: [...duties, dutyPointId] })),
    BasisAmended: there(({ bases, reopened }, { directiveId, textVersion, clauses }) => ({
      bases: [...bases.filter((one) => one.directiveId !== directiveId), { directiveId, textVersion }],
      reopened: [...reopened, ...clauses.map((clause) => ({ directiveId, clause }))],
    })),
    BasisImplemented: (state) => state,
    DirectiveCompleted: (state) => ended(state, 'completed'),
    DirectiveWithdrawn: (state) => ended(state, 'withdrawn'),
    DirectiveRevoked: (state) => ended(state, 'revoked'),
    DirectiveSuperseded: (state, { successorId }) => ended(state, 'superseded', { successorId }),
    RequestMade: there(requestChanges.RequestMade),
    RequestDropped: there(requestChanges.RequestDropped),
    ClauseExempted: there(requestChanges.ClauseExempted),
    ExemptionRefused: there(requestChanges.ExemptionRefused),
    LaterDueGranted: there(requestChanges.LaterDueGranted),
    LaterDueRefused: there(requestChanges.LaterDueRefused),
  },
};

/** Whether a directive went to an organisation. */
export const wentTo = (state: DirectiveState, org: Id<'organisation'> | undefined): boolean =>
  wasSent(state) && state.recipients.some(({ orgId }) => orgId === org);
