import { canTake } from '#contexts/grants';
import { beforeAnswered, happened, refused, type Id, type Occasion, type Refusal } from '#kernel';
import { dutyPointCommands, type CommandData } from './duty-point.commands.js';
import type { FoundHolder } from './duty-point.facts.js';
import { fitOf } from './duty-point.fit.js';
import { filled, holderInactive } from './duty-point.gaps.js';
import { endOf, inForce, leadOf } from './duty-point.holders.js';
import type { DutyPointRefusal } from './duty-point.refusals.js';
import type { Rule } from './duty-point.rule.js';
import { ownerOf, type Assignment, type DefinedDutyPoint, type Holder } from './duty-point.state.js';
import type { Fit } from './duty-point.words.js';

export const assignParty: Rule<'AssignParty'> = (asked, state, { occurredAt }, found) => {
  const { party, capacity, assignmentId, from = occurredAt, holder } = asked;
  if (!state.parties.includes(party)) return refused('PARTY_NOT_REQUIRED', 'party');
  if (isTaken(state, assignmentId)) return refused('ASSIGNMENT_ID_TAKEN', 'assignmentId');
  if (capacity === 'lead' && leadOf(state, party)) return refused('LEAD_ALREADY_NAMED', 'capacity');
  if (from > occurredAt) return refused('STARTS_IN_FUTURE', 'from');
  const suited = suitedHolder(state, { party, capacity, holder }, found);
  return 'refused' in suited ? suited : happened({ type: 'PartyAssigned', data: { ...asked, from, ...suited } });
};

/** Whether the id of an assignment has been used, or is kept for a handover. */
export const isTaken = ({ assignments, transfers }: DefinedDutyPoint, id: Id<'assignment'>): boolean =>
  assignments.some(({ assignmentId }) => assignmentId === id) ||
  transfers.some(({ successorId }) => successorId === id);

type Share = Pick<CommandData<'AssignParty'>, 'party' | 'capacity' | 'holder'>;

/** F7: whether the person who is named could accept it. */
const canAccept = (state: DefinedDutyPoint, { personId, orgId }: Holder, { means }: FoundHolder): boolean => {
  const owner = ownerOf(state);
  if (personId === undefined || !owner) return true;
  return canTake(means, { personId, orgId }, { who: dutyPointCommands.declared.AcceptAssignment.who, owner });
};

/** A2: the individual party is a natural person in a post. */
const holderFault = (
  state: DefinedDutyPoint,
  { party, holder }: Share,
  found: FoundHolder,
): Refusal<DutyPointRefusal> | undefined => {
  if (party === 'individual' && !(holder.personId && holder.postId)) {
    return refused('INDIVIDUAL_NEEDS_PERSON_AND_POST', 'holder');
  }
  if (!found.inPost) return refused('NOT_IN_THAT_POST', 'holder');
  return canAccept(state, holder, found) ? undefined : refused('HOLDER_MAY_NOT', 'holder', 'personId');
};

/** A12: a lead fits the party, as far as the record tells. */
export const suitedHolder = (
  state: DefinedDutyPoint,
  share: Share,
  found: FoundHolder | undefined,
): Refusal<DutyPointRefusal> | { readonly fit?: Fit } => {
  if (!found) return refused('NO_SUCH_ORGANISATION', 'holder', 'orgId');
  const { party, capacity, holder } = share;
  const fault = holderFault(state, share, found);
  if (fault) return fault;
  if (capacity === 'assisting') return {};
  const fit = fitOf(state, party, holder, found);
  return fit ? { fit } : refused('HOLDER_DOES_NOT_FIT', 'holder');
};

/**
 * An organisation accepts through anybody who acts for it, a post through whoever acts in it; a person accepts in person, with nobody
 * standing in.
 */
export const isHolder = ({ holder }: Pick<Assignment, 'holder'>, on: Occasion): boolean => {
  if (on.orgId !== holder.orgId) return false;
  if (holder.personId) return on.actorId === holder.personId && on.onBehalfOf === undefined;
  return holder.postId === undefined || on.postId === holder.postId;
};

export const acceptAssignment: Rule<'AcceptAssignment'> = ({ assignmentId }, state, on) => {
  const assignment = inForce(state, assignmentId);
  if (!assignment) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  if (assignment.acceptedAt !== undefined) return refused('ALREADY_ACCEPTED');
  if (!isHolder(assignment, on)) return refused('NOT_THE_HOLDER');
  const early = beforeAnswered(on, assignment.assigned);
  if (early) return early;
  const resolved = assignment.capacity === 'lead' ? filled(state, assignment.party) : [];
  return happened({ type: 'AssignmentAccepted', data: { assignmentId, acceptedAt: on.occurredAt } }, ...resolved);
};

export const isAcceptedLead = ({ capacity, acceptedAt }: Assignment) => capacity === 'lead' && acceptedAt !== undefined;

/** A11: an accepted lead ends without a successor only when the holder is gone, and leaves its gap in the same act (A6). */
export const endAssignment: Rule<'EndAssignment'> = ({ assignmentId }, state, on, { isGone }) => {
  const assignment = inForce(state, assignmentId);
  if (!assignment) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  const leavesGap = isAcceptedLead(assignment);
  if (leavesGap && !isGone) return refused('WOULD_LEAVE_A_GAP');
  const early = beforeAnswered(on, assignment.assigned);
  if (early) return early;
  return happened(
    { type: 'AssignmentEnded', data: { assignmentId, until: on.occurredAt } },
    ...(leavesGap ? [holderInactive(state.point, assignment.party)] : []),
  );
};

/** A6: what has ended ends, as the record has it and not as whoever asks says; only an earlier moment than the known one changes who held the duty (K9). */
export const deactivateAssignment: Rule<'DeactivateAssignment'> = ({ assignmentId, from }, state, _, { isGone }) => {
  const assignment = state.assignments.find((one) => one.assignmentId === assignmentId);
  if (!assignment) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  if (!isGone) return refused('HOLDER_STILL_THERE', 'from');
  const end = endOf(assignment);
  if (end !== undefined && end <= from) return happened();
  const leavesGap = end === undefined && isAcceptedLead(assignment);
  return happened(
    { type: 'HolderBecameInactive', data: { assignmentId, inactiveFrom: from } },
    ...(leavesGap ? [holderInactive(state.point, assignment.party)] : []),
  );
};
