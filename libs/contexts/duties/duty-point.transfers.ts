import { beforeAnswered, happened, refused, type Occasion, type Refusal } from '#kernel';
import { isHolder, isTaken, suitedHolder } from './duty-point.assignments.js';
import type { DutyPointEvent } from './duty-point.events.js';
import { filled } from './duty-point.gaps.js';
import { leadOf } from './duty-point.holders.js';
import type { DutyPointRefusal } from './duty-point.refusals.js';
import type { Rule } from './duty-point.rule.js';
import { isInForce, type Assignment, type DefinedDutyPoint, type Transfer } from './duty-point.state.js';
import type { Signatory } from './duty-point.words.js';

type No = Refusal<DutyPointRefusal>;

/** Who has signed already by proposing it: a superior for one who is gone, or the holder in person. */
const signedBy = (outgoing: Assignment, on: Occasion, isGone: boolean): readonly Signatory[] => {
  if (isGone || !isInForce(outgoing)) return ['superior'];
  return isHolder(outgoing, on) ? ['outgoing'] : [];
};

/** A11: any accepted holder can be replaced; a newer proposal takes the place of an older one. */
export const transferAssignment: Rule<'TransferAssignment'> = (asked, state, on, { found, isGone }) => {
  const { assignmentId, successorId, holder } = asked;
  const outgoing = state.assignments.find((one) => one.assignmentId === assignmentId && one.until === undefined);
  if (!outgoing) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  const unfit = cannotPassOn(state, outgoing);
  if (unfit) return unfit;
  if (isTaken(state, successorId)) return refused('ASSIGNMENT_ID_TAKEN', 'successorId');
  const suited = suitedHolder(state, { ...outgoing, holder }, found);
  if ('refused' in suited) return suited;
  const signed = [...signedBy(outgoing, on, isGone)];
  return happened({ type: 'TransferProposed', data: { ...asked, ...suited, signed } });
};

/** Only what was accepted, is still required, and is nobody else's by now can be passed on. */
export const cannotPassOn = (state: DefinedDutyPoint, outgoing: Assignment): No | undefined => {
  if (outgoing.acceptedAt === undefined) return refused('NOT_ACCEPTED_YET', 'assignmentId');
  if (!state.parties.includes(outgoing.party)) return refused('PARTY_NOT_REQUIRED', 'assignmentId');
  return isFilledElse(state, outgoing) ? refused('LEAD_ALREADY_NAMED', 'assignmentId') : undefined;
};

const isFilledElse = (state: DefinedDutyPoint, { assignmentId, party, capacity }: Assignment): boolean => {
  const lead = capacity === 'lead' ? leadOf(state, party) : undefined;
  return lead !== undefined && lead.assignmentId !== assignmentId;
};

/** Both sign, or the superior for one who is gone; with the last signature the one holds it no more and the other does. */
export const signTransfer: Rule<'SignTransfer'> = ({ assignmentId }, state, on) => {
  const transfer = state.transfers.find((one) => one.assignmentId === assignmentId);
  const outgoing = state.assignments.find((one) => one.assignmentId === assignmentId);
  if (!transfer || !outgoing) return refused('NO_SUCH_TRANSFER', 'assignmentId');
  const signed = sidesOf(transfer, outgoing, on).filter((side) => !transfer.signed.includes(side));
  const no =
    cannotPassOn(state, outgoing) ?? cannotSign(transfer, outgoing, on) ?? beforeAnswered(on, transfer.proposed);
  if (no) return no;
  return happened(
    { type: 'TransferSigned', data: { assignmentId, signed } },
    ...(isSigned([...transfer.signed, ...signed]) ? transferred(transfer, outgoing, state, on) : []),
  );
};

const isSigned = (by: readonly Signatory[]): boolean =>
  by.includes('incoming') && (by.includes('outgoing') || by.includes('superior'));

export const cannotSign = (transfer: Transfer, outgoing: Assignment, on: Occasion): No | undefined => {
  const sides = sidesOf(transfer, outgoing, on);
  if (sides.length === 0) return refused('NOT_YOURS_TO_SIGN');
  return sides.every((side) => transfer.signed.includes(side)) ? refused('SIGNED_ALREADY') : undefined;
};

const sidesOf = (transfer: Transfer, outgoing: Assignment, on: Occasion): Signatory[] => [
  ...(isInForce(outgoing) && isHolder(outgoing, on) ? (['outgoing'] as const) : []),
  ...(isHolder(transfer, on) ? (['incoming'] as const) : []),
];

const transferred = (
  { assignmentId, successorId, holder, openItems, fit }: Transfer,
  { party, capacity }: Assignment,
  state: DefinedDutyPoint,
  { occurredAt }: Occasion,
): readonly DutyPointEvent[] => [
  { type: 'AssignmentTransferred', data: { assignmentId, successorId, openItems, until: occurredAt } },
  {
    type: 'PartyAssigned',
    data: { assignmentId: successorId, party, capacity, holder, from: occurredAt, ...(fit && { fit }) },
  },
  { type: 'AssignmentAccepted', data: { assignmentId: successorId, acceptedAt: occurredAt } },
  ...(capacity === 'lead' ? filled(state, party) : []),
];
