import type { DataOf, Id } from '#kernel';
import type { DutyPointEvent } from './duty-point.events.js';
import { withoutGap, type Assignment, type DefinedDutyPoint, type DutyPoint } from './duty-point.state.js';

type Evolve = {
  readonly [T in DutyPointEvent['type']]: (state: DutyPoint, data: DataOf<DutyPointEvent, T>) => DutyPoint;
};

const onDefined =
  <D>(change: (state: DefinedDutyPoint, data: D) => Partial<DefinedDutyPoint>) =>
  (state: DutyPoint, data: D): DutyPoint =>
    state.is === 'new' ? state : { ...state, ...change(state, data) };

const amended = (state: DefinedDutyPoint, id: Id<'assignment'>, change: Partial<Assignment>) => ({
  assignments: state.assignments.map((one) => (one.assignmentId === id ? { ...one, ...change } : one)),
});

/** What each fact makes of a duty point. */
export const evolveDutyPoint: Evolve = {
  DutyPointDefined: (_, point) => ({
    is: 'defined',
    point,
    ...(point.previous && { previous: point.previous }),
    ...(point.next && { next: point.next }),
    parties: point.requiredParties,
    assignments: [],
    gaps: [],
  }),
  StepLinked: onDefined((_, { previous, next }) => ({ ...(previous && { previous }), ...(next && { next }) })),
  PartyAssigned: onDefined((state, data) => ({ assignments: [...state.assignments, data] })),
  AssignmentAccepted: onDefined((state, { assignmentId, acceptedAt }) => amended(state, assignmentId, { acceptedAt })),
  AssignmentEnded: onDefined((state, { assignmentId, until }) => amended(state, assignmentId, { until })),
  PartyWaived: onDefined((state, { party }) => ({ parties: state.parties.filter((one) => one !== party) })),
  GapDetected: onDefined((state, { kind, party, between }) => ({
    gaps: [...state.gaps, { kind, ...(party && { party }), ...(between && { between }) }],
  })),
  GapResolved: onDefined((state, gap) => ({ gaps: withoutGap(state.gaps, gap) })),
};
