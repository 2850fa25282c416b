/** What a stretch of a record is about, in the order in which these follow each other. */
export const PHASES = [
  'define',
  'hold',
  'draft',
  'issue',
  'receive',
  'find',
  'order',
  'plan',
  'mend',
  'verify',
  'close',
  'other',
] as const;
export type Phase = (typeof PHASES)[number];

/** How an event is marked beside the line: a gap, a change of holders, something that passed, something that was sent back. */
export type EventMark = 'gap' | 'hold' | 'ok' | 'back';

const NAMES: Readonly<Record<Exclude<Phase, 'other'>, string>> = {
  define:
    'DutyPointDefined DutyPointCorrected StepLinked LinkProposed LinkProposalClosed LinkOffered LinkAccepted LinkRefused StepUnlinked GapDetected GapResolved DutyRepointed BasisEnded DutyPointRetired',
  hold: 'PartyAssigned AssignmentAccepted AssignmentEnded TransferProposed TransferSigned AssignmentTransferred HolderBecameInactive PartyWaived',
  draft: 'DirectiveDrafted DraftEdited DirectiveImported SignOffRequested',
  issue: 'DirectiveIssued DirectiveAmended DirectiveRelayed ChildRecorded BasisAmended AmendmentDelivered DutyRecorded',
  receive:
    'DirectiveDelivered DirectiveAcknowledged AcknowledgementMissed DirectiveReturned ReturnRuledOn ReceiptClosed',
  find: 'ObservationRecorded FindingRecorded GapFindingRecorded FindingNumbered FindingNoted ObservationDismissed FindingConfirmed FindingVoided ObservationCorrected SeverityChanged FindingMerged EvidenceAdded EvidenceStored',
  order:
    'RectificationOrdered RectificationAcknowledged OrderRedirected OrderWithdrawn AcceptorReplaced EarlierFixTaken',
  plan: 'PlanSubmitted PlanApproved PlanReturned PlanRevised',
  mend: 'ImmediateFixReported CompletionReported',
  verify: 'VerifierAssigned VerifierPassed VerificationPassed VerificationFailed VerifierReplaced',
  close:
    'CloseOutApproved CloseOutRefused LookBackPassed RelapseConfirmed RectificationReopened DirectiveCompleted DirectiveWithdrawn DirectiveRevoked DirectiveSuperseded',
};
const MARKED: Readonly<Record<EventMark, string>> = {
  gap: 'GapDetected AcknowledgementMissed RelapseConfirmed',
  hold: NAMES.hold,
  ok: 'GapResolved VerificationPassed CloseOutApproved LookBackPassed DirectiveCompleted',
  back: 'PlanReturned VerificationFailed CloseOutRefused DirectiveReturned RectificationReopened',
};

const byName = <Of extends string>(names: Readonly<Record<Of, string>>): ReadonlyMap<string, Of> =>
  new Map(
    Object.entries<string>(names).flatMap(([of, all]) => all.split(' ').map((name) => [name, of as Of] as const)),
  );
const PHASE_OF = byName(NAMES);
const MARK_OF = byName(MARKED);

/** Which stretch an event belongs to; what a later release records has none of these. */
export const phaseOf = ({ name }: { readonly name: string }): Phase => PHASE_OF.get(name) ?? 'other';

/** How it is marked, if it is. */
export const markOf = ({ name }: { readonly name: string }): EventMark | undefined => MARK_OF.get(name);
