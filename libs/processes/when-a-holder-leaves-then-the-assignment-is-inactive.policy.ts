import { dutyPoint, type DutyPointCommand } from '#contexts/duties';
import type { Ask, Id, Process } from '#kernel';
import { dutyHolder, type DutyHolder, type HeldDuty, type Heard } from './duty-holder.memory.js';
import { leftAt } from './presence.js';

const deactivate = ({ dutyPointId, assignmentId }: HeldDuty, from: string): Ask<DutyPointCommand> => ({
  decider: dutyPoint,
  stream: dutyPointId,
  command: { type: 'DeactivateAssignment', data: { assignmentId, from } },
});

/** A duty that names a post ends with that post; one that names the organisation alone ends with the last post in it. */
const goneAt = ({ periods, dissolvedAt }: DutyHolder, { orgId, postId, from }: HeldDuty, now: string) =>
  dissolvedAt ??
  leftAt(
    periods.filter((one) => one.orgId === orgId && (postId === undefined || one.postId === postId)),
    from,
    now,
  );

/** Asks about those duties whose holder is gone by now. */
const deactivateGone = (row: DutyHolder, duties: readonly HeldDuty[], now: string): readonly Ask[] =>
  duties.flatMap((duty) => {
    const gone = goneAt(row, duty, now);
    return gone === undefined ? [] : [deactivate(duty, gone)];
  });

const later = (one: string, other: string): string => (one > other ? one : other);

const touchedBy = ({ duties, periods }: DutyHolder, left: Id<'post'>): readonly HeldDuty[] => {
  const orgs = new Set(periods.filter(({ postId }) => postId === left).map(({ orgId }) => orgId));
  return duties.filter(({ postId, orgId }) => (postId === undefined ? orgs.has(orgId) : postId === left));
};

/**
 * Whoever leaves a post, and an organisation that is dissolved, holds nothing from that moment on (A6): each of their assignments
 * becomes inactive, which opens a gap (A7). A post without a person stands for its organisation: people come and go in it.
 */
export const whenAHolderLeavesThenTheAssignmentIsInactive: Process<DutyHolder, Heard> = {
  name: 'when_a_holder_leaves_then_the_assignment_is_inactive',
  memory: dutyHolder,
  asks: [dutyPoint],
  rights: {
    DeactivateAssignment: { rule: 'A6', because: 'whoever left holds nothing from that moment on' },
  },
  react: {
    person: {
      PostLeft: (row, { postId }, { recordedAt }) =>
        row ? deactivateGone(row, touchedBy(row, postId), recordedAt) : [],
      // It was entered wrongly when they left.
      AppointmentCorrected: (row, { postId }, { recordedAt }) =>
        row ? deactivateGone(row, touchedBy(row, postId), recordedAt) : [],
      // The moment has come, though the log's own clock may say so a little later.
      PostEnded: (row, { postId, to }, { recordedAt }) =>
        row ? deactivateGone(row, touchedBy(row, postId), later(to, recordedAt)) : [],
    },
    organisation: {
      OrgDissolved: (row, _, { recordedAt }) => (row ? deactivateGone(row, row.duties, recordedAt) : []),
    },
    dutyPoint: {
      // It may be assigned from a moment in the past, and its holder may have left since.
      PartyAssigned: (row, { assignmentId }, { recordedAt }) =>
        row
          ? deactivateGone(
              row,
              row.duties.filter((duty) => duty.assignmentId === assignmentId),
              recordedAt,
            )
          : [],
    },
  },
};
