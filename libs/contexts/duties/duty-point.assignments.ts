import { happened, refused, type Occasion } from '#kernel';
import type { CommandData } from './duty-point.commands.js';
import type { FoundHolder } from './duty-point.facts.js';
import { filled, holderInactive } from './duty-point.gaps.js';
import { endOf, inForce, leadOf } from './duty-point.holders.js';
import type { Rule, Verdict } from './duty-point.rule.js';
import type { Assignment } from './duty-point.state.js';

export const assignParty: Rule<'AssignParty'> = (asked, state, { occurredAt }, found) => {
  const { party, capacity, assignmentId, from = occurredAt } = asked;
  if (!state.parties.includes(party)) return refused('PARTY_NOT_REQUIRED', 'party');
  if (state.assignments.some((one) => one.assignmentId === assignmentId))
    return refused('ASSIGNMENT_ID_TAKEN', 'assignmentId');
  if (capacity === 'lead' && leadOf(state, party)) return refused('LEAD_ALREADY_NAMED', 'capacity');
  if (from > occurredAt) return refused('STARTS_IN_FUTURE', 'from');
  return unfitHolder(asked, found) ?? happened({ type: 'PartyAssigned', data: { ...asked, from } });
};

/** A2: the individual party is a natural person in a post. */
const unfitHolder = (
  { party, holder }: CommandData<'AssignParty'>,
  found: FoundHolder | undefined,
): Verdict | undefined => {
  if (!found) return refused('NO_SUCH_ORGANISATION', 'holder', 'orgId');
  if (party === 'individual' && !(holder.personId && holder.postId)) {
    return refused('INDIVIDUAL_NEEDS_PERSON_AND_POST', 'holder');
  }
  return found.inPost ? undefined : refused('NOT_IN_THAT_POST', 'holder');
};

/** An organisation accepts through anybody who acts for it; a person accepts in person, with nobody standing in. */
const isHolder = ({ holder }: Assignment, { actorId, orgId, onBehalfOf }: Occasion): boolean =>
  holder.personId === undefined
    ? orgId === holder.orgId
    : actorId === holder.personId && orgId === holder.orgId && onBehalfOf === undefined;

export const acceptAssignment: Rule<'AcceptAssignment'> = ({ assignmentId }, state, on) => {
  const assignment = inForce(state, assignmentId);
  if (!assignment) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  if (assignment.acceptedAt !== undefined) return refused('ALREADY_ACCEPTED');
  if (!isHolder(assignment, on)) return refused('NOT_THE_HOLDER');
  const resolved = assignment.capacity === 'lead' ? filled(state, assignment.party) : [];
  return happened({ type: 'AssignmentAccepted', data: { assignmentId, acceptedAt: on.occurredAt } }, ...resolved);
};

const isAcceptedLead = ({ capacity, acceptedAt }: Assignment) => capacity === 'lead' && acceptedAt !== undefined;

export const endAssignment: Rule<'EndAssignment'> = ({ assignmentId }, state, { occurredAt }) => {
  const assignment = inForce(state, assignmentId);
  if (!assignment) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  if (isAcceptedLead(assignment)) return refused('WOULD_LEAVE_A_GAP');
  return happened({ type: 'AssignmentEnded', data: { assignmentId, until: occurredAt } });
};

/** A6: what has ended ends; only an earlier moment than the known one changes who held the duty (K9). */
export const deactivateAssignment: Rule<'DeactivateAssignment'> = ({ assignmentId, from }, state) => {
  const assignment = state.assignments.find((one) => one.assignmentId === assignmentId);
  if (!assignment) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  const end = endOf(assignment);
  if (end !== undefined && end <= from) return happened();
  const leavesGap = end === undefined && isAcceptedLead(assignment);
  return happened(
    { type: 'HolderBecameInactive', data: { assignmentId, inactiveFrom: from } },
    ...(leavesGap ? [holderInactive(state.point, assignment.party)] : []),
  );
};
