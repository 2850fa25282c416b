import type { Act, Stream } from '#kernel';
import { requestChanges } from './directive.asking.evolve.js';
import { directiveEvents, type DirectiveEvent } from './directive.events.js';
import {
  isTakenBack,
  ownerOf,
  wasSent,
  type DirectiveState,
  type Ending,
  type Sent,
  type Standing,
} from './directive.standing.js';
import { latest, textChanges } from './directive.text.evolve.js';

/** Nothing changes about a directive that is not there. */
const there =
  <D>(change: (state: Standing, data: D, act: Act) => Partial<Standing>) =>
  (state: DirectiveState, data: D, act: Act): DirectiveState =>
    state.is === 'new' ? state : { ...state, ...change(state, data, act) };

const ended = (state: DirectiveState, is: Ending, by: Pick<Sent, 'successorId'> = {}): DirectiveState =>
  wasSent(state) ? { ...state, ...by, is } : state;

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
    ...textChanges,
    SignOffRequested: (state, _, act) =>
      state.is === 'new' ? state : { ...state, is: 'signOffPending', latest: latest('SignOffRequested', act) },
    DirectiveIssued: (state, { textVersion: _, ...sent }, act) =>
      state.is === 'new' ? state : { ...state, ...sent, is: 'issued', latest: latest('DirectiveIssued', act) },
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
