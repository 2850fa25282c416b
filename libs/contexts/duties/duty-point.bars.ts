import {
  barBesideOf,
  barOf,
  barredBeside,
  barredBy,
  refused,
  type Bar,
  type Bars,
  type KnownReader,
  type Occasion,
} from '#kernel';
import { isAcceptedLead, isHolder } from './duty-point.assignments.js';
import type { DutyPointCommand } from './duty-point.commands.js';
import { leadOf } from './duty-point.holders.js';
import { isGone } from './duty-point.holding.js';
import type { DutyPointRefusal } from './duty-point.refusals.js';
import { isInForce, type DefinedDutyPoint, type DutyPoint } from './duty-point.state.js';
import { cannotPassOn, cannotSign } from './duty-point.transfers.js';

const bar = barOf<DutyPoint, DutyPointRefusal>();
const barBeside = barBesideOf<DutyPoint, DutyPointRefusal>();

const notRetired = bar('stage', { en: 'until it is retired', zh: '未撤销' }, ({ retired }) =>
  retired ? 'RETIRED' : undefined,
);

const aFreeSide = bar('stage', { en: 'with a free side', zh: '尚有可衔接位置' }, ({ previous, next }) =>
  previous && next ? refused('SIDE_TAKEN', 'side') : undefined,
);

const asked = bar('stage', { en: 'while another step asks', zh: '有衔接申请' }, ({ offers }) =>
  offers.length === 0 ? refused('NO_SUCH_LINK', 'linkId') : undefined,
);

const askedForAFreeSide = bar('stage', { en: 'for a side that is free', zh: '所申请位置未衔接' }, (state) =>
  state.offers.every(({ side }) => state[side]) ? refused('SIDE_TAKEN', 'linkId') : undefined,
);

const linked = bar('stage', { en: 'while a step stands beside it', zh: '已有衔接' }, ({ previous, next }) =>
  previous || next ? undefined : refused('NOT_LINKED', 'dutyPointId'),
);

const assigned = bar('stage', { en: 'while somebody is named', zh: '已明确责任人' }, ({ assignments }) =>
  assignments.some(isInForce) ? undefined : refused('NO_SUCH_ASSIGNMENT', 'assignmentId'),
);

const waiting = ({ assignments }: DefinedDutyPoint) =>
  assignments.filter((one) => isInForce(one) && one.acceptedAt === undefined);

const notAccepted = bar('stage', { en: 'until all have accepted', zh: '有待认领的分工' }, (state) =>
  waiting(state).length === 0 ? 'ALREADY_ACCEPTED' : undefined,
);

const ofTheHolder = bar('relation', { en: 'the holder', zh: '责任人' }, (state, on) =>
  waiting(state).some((one) => isHolder(one, on)) ? undefined : 'NOT_THE_HOLDER',
);

/** The first reason of these, where there is one against each. */
const againstAll = <N>(against: readonly (N | undefined)[]): N | undefined =>
  against.includes(undefined) ? undefined : against[0];

/** A11: what was accepted can be passed on, also by those above for a holder who is gone. */
const somethingToPassOn = bar('stage', { en: 'while somebody has accepted', zh: '有已认领的分工' }, (state) => {
  const held = state.assignments.filter(({ until }) => until === undefined);
  if (held.length === 0) return refused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  return againstAll(held.map((one) => cannotPassOn(state, one)));
});

/** Why nobody like this signs any handover of it. */
const noneToSign = (state: DefinedDutyPoint, on: Occasion) => {
  const against = state.transfers.map((transfer) => {
    const outgoing = state.assignments.find(({ assignmentId }) => assignmentId === transfer.assignmentId);
    return outgoing && (cannotPassOn(state, outgoing) ?? cannotSign(transfer, outgoing, on));
  });
  return againstAll(against);
};

const handedOver = bar('stage', { en: 'while a handover waits', zh: '有待签署的移交' }, ({ transfers }) =>
  transfers.length === 0 ? refused('NO_SUCH_TRANSFER', 'assignmentId') : undefined,
);

const ofASignatory = bar(
  'relation',
  { en: 'who hands over or takes over, once', zh: '移交人或接收人（各一次）' },
  noneToSign,
);

/** Whether somebody of whom a gap would be left is gone already. */
interface Leaving {
  readonly isGone: boolean;
}

const leaving: KnownReader<DutyPoint, Leaving> = async (read, own, { occurredAt }) => {
  const state = await own.state();
  const leads = state.is === 'new' ? [] : state.assignments.filter((one) => isInForce(one) && isAcceptedLead(one));
  const gone = await Promise.all(leads.map(({ holder }) => isGone(read, holder, occurredAt)));
  return { isGone: gone.includes(true) };
};

/** A11 */
const leavingNoGap = barBeside<Leaving>(
  'readiness',
  { en: 'an accepted lead only when gone', zh: '已认领的牵头责任人须已离任' },
  ({ assignments }, _, known) =>
    assignments.filter(isInForce).every(isAcceptedLead) && !known.isGone ? 'WOULD_LEAVE_A_GAP' : undefined,
);

const aPartyToWaive = bar('stage', { en: 'while a party has no lead', zh: '有未明确牵头责任人的责任方' }, (state) => {
  if (state.parties.every((party) => leadOf(state, party))) return refused('LEAD_ALREADY_NAMED', 'party');
  return state.parties.length === 1 ? refused('LAST_PARTY', 'party') : undefined;
});

const basisEnded = bar('stage', { en: 'once its order ended', zh: '依据已终止' }, (state) =>
  state.basisEnded ? undefined : 'BASIS_IN_FORCE',
);

const standing = (...more: readonly Bar<DutyPoint, DutyPointRefusal>[]): Bars<DutyPoint, DutyPointRefusal> =>
  barredBy(notRetired, ...more);

/** What stands in the way of each command on a duty point that is there. */
export const dutyPointBars: {
  readonly [T in Exclude<DutyPointCommand['type'], 'DefineDutyPoint'>]: Bars<DutyPoint, DutyPointRefusal>;
} = {
  ...{ LinkStep: standing(), OfferLink: standing(), CloseLinkProposal: standing(), DropLink: standing() },
  ...{ DeactivateAssignment: standing(), MarkBasisEnded: standing(), ReviewStep: standing() },
  ProposeLink: standing(aFreeSide),
  AcceptLink: standing(asked, askedForAFreeSide),
  RefuseLink: standing(asked),
  UnlinkStep: standing(linked),
  CorrectDutyPoint: standing(),
  AssignParty: standing(),
  AcceptAssignment: standing(assigned, notAccepted, ofTheHolder),
  TransferAssignment: standing(somethingToPassOn),
  SignTransfer: standing(handedOver, ofASignatory),
  EndAssignment: barredBeside(leaving, notRetired, assigned, leavingNoGap),
  WaiveParty: standing(aPartyToWaive),
  RepointDutyPoint: standing(basisEnded),
  RetireDutyPoint: standing(basisEnded),
};
