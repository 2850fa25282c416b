import { happened, refused } from '#kernel';
import type { DutyPointEvent } from './duty-point.events.js';
import type { Rule } from './duty-point.rule.js';
import { isInForce } from './duty-point.state.js';

/**
 * The order that it rests on has ended, as its own record has it and not as whoever asks says. That is told, and decides nothing: what
 * becomes of the duty is for who governs its place.
 */
export const markBasisEnded: Rule<'MarkBasisEnded'> = (asked, state, _, ending) => {
  if (state.basisEnded || state.restsOn !== asked.directiveId) return happened();
  const isSo = ending?.because === asked.because && ending.successorId === asked.successorId;
  return isSo ? happened({ type: 'BasisEnded', data: asked }) : refused('BASIS_IN_FORCE', 'directiveId');
};

/** A9: the clause that it came from stays on record; this is what it rests on from now on. */
export const repoint: Rule<'RepointDutyPoint'> = ({ clause, reason }) =>
  reason ? happened({ type: 'DutyRepointed', data: { clause, reason } }) : refused('REASON_REQUIRED', 'reason');

/** Nobody answers for it any more: each assignment ends with it, and what was missing is missing no longer. */
export const retire: Rule<'RetireDutyPoint'> = ({ reason }, state, { occurredAt: until }) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  const ended = state.assignments
    .filter(isInForce)
    .map(({ assignmentId }): DutyPointEvent => ({ type: 'AssignmentEnded', data: { assignmentId, until } }));
  const resolved = state.gaps.map(({ kind, party }): DutyPointEvent => ({
    type: 'GapResolved',
    data: { kind, ...(party && { party }) },
  }));
  return happened(...ended, ...resolved, { type: 'DutyPointRetired', data: { reason } });
};
