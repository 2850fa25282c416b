import { anId, anInstant, aTerritoryPath, eventsOf, fact, oneOf, personal, shapeOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { dutyPointCommands } from './duty-point.commands.js';
import { FITS, GAP_KINDS, PARTIES, SIGNATORIES } from './duty-point.words.js';

const { AcceptAssignment, AssignParty, DefineDutyPoint, EndAssignment, LinkStep, OfferLink } =
  dutyPointCommands.declared;
const { MarkBasisEnded, RepointDutyPoint } = dutyPointCommands.declared;
const { CorrectDutyPoint, ProposeLink, SignTransfer, TransferAssignment, WaiveParty } = dutyPointCommands.declared;
const asked = { ...shapeOf(ProposeLink.takes), linkId: anId('link') };
const { matter, step, place, placeType, territoryId } = shapeOf(DefineDutyPoint.takes);
const location = { matter, step, place, placeType, territoryId, territoryPath: aTerritoryPath() };

/** Since version 2 it may name others that look the same; before that, nobody was asked (F8). */
const NAMING_OTHERS = { version: 2, upgrade: { 1: (old: unknown) => old } };

/** Every fact that a `dutyPoint-…` stream can hold: the thing that must have holders, and who holds it. */
export const dutyPointEvents = eventsOf('dutyPoint', {
  DutyPointDefined: fact(
    'Duty point defined',
    '设立责任点',
    {
      ...location,
      ...shapeOf(DefineDutyPoint.takes),
      requiredParties: z.array(oneOf(PARTIES.words)).min(1),
    },
    NAMING_OTHERS,
  ),
  StepLinked: fact('Neighbouring step linked', '关联相邻环节', shapeOf(LinkStep.takes)),
  /** A link to a step of another place, which counts once that side agrees. */
  LinkProposed: fact('Link to a neighbouring step proposed', '申请衔接相邻环节', asked),
  LinkProposalClosed: fact('Proposed link declined', '衔接申请未获同意', shapeOf(ProposeLink.takes)),
  LinkOffered: fact('Link offered by a neighbouring step', '收到衔接申请', { ...asked, ...shapeOf(OfferLink.takes) }),
  LinkAccepted: fact('Offered link accepted', '同意衔接', asked),
  LinkRefused: fact('Offered link refused', '不同意衔接', { ...asked, reason: personal() }),
  /** Whoever undid it says why; the other side has it from there. */
  StepUnlinked: fact('Link to a neighbouring step undone', '解除环节衔接', {
    ...shapeOf(ProposeLink.takes),
    reason: personal().optional(),
  }),
  /** Not another duty from now on: what was recorded was wrong. */
  DutyPointCorrected: fact(
    'Duty point corrected',
    '责任点登记已更正',
    { ...shapeOf(CorrectDutyPoint.takes), reason: personal() },
    NAMING_OTHERS,
  ),
  PartyAssigned: fact('Party assigned', '明确责任方', {
    ...shapeOf(AssignParty.takes),
    assignmentId: anId('assignment'),
    from: anInstant(),
    fit: oneOf(FITS.words).optional(),
  }),
  AssignmentAccepted: fact('Assignment accepted', '认领责任', {
    ...shapeOf(AcceptAssignment.takes),
    acceptedAt: anInstant(),
  }),
  AssignmentEnded: fact('Assignment ended', '责任分工结束', {
    ...shapeOf(EndAssignment.takes),
    until: anInstant(),
  }),
  TransferProposed: fact('Handover proposed', '提出责任移交', {
    ...shapeOf(TransferAssignment.takes),
    successorId: anId('assignment'),
    fit: oneOf(FITS.words).optional(),
    signed: z.array(oneOf(SIGNATORIES.words)),
  }),
  TransferSigned: fact('Handover signed', '签署责任移交', {
    ...shapeOf(SignTransfer.takes),
    signed: z.array(oneOf(SIGNATORIES.words)).min(1),
  }),
  AssignmentTransferred: fact('Assignment transferred', '责任已移交', {
    ...shapeOf(SignTransfer.takes),
    successorId: anId('assignment'),
    openItems: shapeOf(TransferAssignment.takes).openItems,
    until: anInstant(),
  }),
  HolderBecameInactive: fact('Holder became inactive', '责任人失效', {
    assignmentId: anId('assignment'),
    inactiveFrom: anInstant(),
  }),
  PartyWaived: fact('Party waived', '免设责任方', { ...shapeOf(WaiveParty.takes), reason: personal() }),
  BasisEnded: fact('Order behind a duty ended', '责任依据已终止', shapeOf(MarkBasisEnded.takes)),
  DutyRepointed: fact('Duty rests on another order', '责任改依新的部署', {
    ...shapeOf(RepointDutyPoint.takes),
    reason: personal(),
  }),
  DutyPointRetired: fact('Duty point retired', '责任点已撤销', { reason: personal() }),
  GapDetected: fact('Responsibility gap detected', '发现责任空白', {
    kind: oneOf(GAP_KINDS.words),
    party: oneOf(PARTIES.words).optional(),
    between: z.array(z.strictObject({ dutyPointId: anId('dutyPoint'), orgId: anId('organisation') })).optional(),
    ...location,
    orgs: z.array(anId('organisation')),
  }),
  GapResolved: fact('Responsibility gap resolved', '责任空白已消除', {
    kind: oneOf(GAP_KINDS.words),
    party: oneOf(PARTIES.words).optional(),
  }),
});

export type DutyPointEvent = EventOf<typeof dutyPointEvents>;
