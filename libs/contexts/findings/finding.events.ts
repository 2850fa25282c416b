import { CAPACITIES } from '#contexts/duties';
import { anId, anInstant, aTerritoryPath, eventsOf, fact, oneOf, personal, shapeOf, type EventOf } from '#kernel';
import { z } from 'zod';
import { findingCommands } from './finding.commands.js';
import { conditions, keptFiles, measures, measuresShown, verifiers } from './finding.fields.js';
import { ANSWERING_PARTIES } from './finding.words.js';
import { COMPUTED_CONDITIONS, CONDITIONS, TICKED_CONDITIONS } from './finding.condition.words.js';

const { declared } = findingCommands;

/** Who held the duty when it happened (F2). */
const answerable = z.strictObject({
  party: oneOf(ANSWERING_PARTIES.words),
  capacity: oneOf(CAPACITIES.words),
  orgId: anId('organisation'),
  postId: anId('post').optional(),
  personId: anId('person').optional(),
});

const answered = conditions.schema.element.extend({ condition: oneOf(CONDITIONS.words) });

const evidence = keptFiles.schema;
const verification = { ...shapeOf(declared.PassVerification.takes), evidence };
const { outcome: _, ...lookBack } = { ...shapeOf(declared.RecordLookBack.takes), evidence };

/** At first a file was what somebody said of it, and nobody knew when it was received. */
const WITH_FILES = { version: 2, upgrade: { 1: (old: unknown) => old } };

/** Every fact that a `finding-…` stream can hold: an observation, the finding it becomes, and its rectification. */
export const findingEvents = eventsOf('finding', {
  ObservationRecorded: fact(
    'Observation recorded',
    '记录情况',
    {
      ...shapeOf(declared.RecordObservation.takes),
      evidence,
      territoryPath: aTerritoryPath(),
      answerable: z.array(answerable),
    },
    // At first nobody could say that the body it is about was told, then not that it is no duplicate; then as below, of files.
    { version: 4, upgrade: { 1: (old) => old, 2: (old) => old, 3: (old) => old } },
  ),
  /** The how-manieth of its body's findings it is that the log took in this year (China time). */
  FindingNumbered: fact('Finding numbered', '问题编号', { year: z.int(), number: z.int().min(1) }),
  FindingNoted: fact('Note added', '添加备注', shapeOf(declared.NoteFinding.takes)),
  ObservationDismissed: fact('Observation dismissed', '认定不成立', { reason: personal() }),
  FindingConfirmed: fact('Finding confirmed', '问题认定', {}),
  FindingVoided: fact('Finding voided', '问题作废', { reason: personal() }),
  RectificationOrdered: fact('Rectification ordered', '交办整改', shapeOf(declared.OrderRectification.takes)),
  RectificationAcknowledged: fact('Rectification acknowledged', '整改签收', {}),
  PlanSubmitted: fact('Rectification plan submitted', '提交整改方案', {
    ...shapeOf(declared.SubmitPlan.takes),
    measures: measures.schema.min(1),
  }),
  PlanApproved: fact('Rectification plan approved', '批准整改方案', {}),
  PlanReturned: fact('Rectification plan returned', '退回整改方案', { reason: personal() }),
  ImmediateFixReported: fact(
    'Immediate fix reported',
    '立行立改',
    { ...shapeOf(declared.ReportImmediateFix.takes), before: evidence, after: evidence },
    WITH_FILES,
  ),
  /** A fix that the unit reported before it was ordered, taken up with the order (F10). */
  EarlierFixTaken: fact('Earlier fix taken up', '采认先行整改', {
    reportedAt: anInstant(),
    reportedBy: anId('person'),
  }),
  CompletionReported: fact(
    'Completion reported',
    '报告整改完成',
    { ...shapeOf(declared.ReportCompletion.takes), measures: measuresShown.schema.min(1) },
    WITH_FILES,
  ),
  VerifierAssigned: fact('Verifier assigned', '指派核查人', {
    ...shapeOf(declared.AssignVerifier.takes),
    verifiers: verifiers.schema.min(1),
  }),
  /** One of several verifiers has passed it; the last one's result is the `VerificationPassed` (R11). */
  VerifierPassed: fact('Passed by one verifier', '一名核查人通过', verification, WITH_FILES),
  VerificationPassed: fact('Verification passed', '核查通过', verification, WITH_FILES),
  VerificationFailed: fact('Verification failed', '核查退回', verification, WITH_FILES),
  CloseOutApproved: fact(
    'Close-out approved',
    '批准销号',
    {
      conditions: z.array(answered).min(Object.keys(TICKED_CONDITIONS.words).length),
      computed: z.array(oneOf(COMPUTED_CONDITIONS.words)),
      verifiers: verifiers.schema.min(1),
    },
    // At first all conditions were ticked, those too that the record answers.
    { version: 2, upgrade: { 1: (old) => ({ ...(old as object), computed: [] }) } },
  ),
  /** The order goes to another unit: a new round (F6). */
  OrderRedirected: fact('Order redirected', '改派整改单位', {
    ...shapeOf(declared.RedirectOrder.takes),
    reason: personal(),
  }),
  OrderWithdrawn: fact('Order withdrawn', '撤回交办', { reason: personal() }),
  AcceptorReplaced: fact('Acceptor replaced', '更换验收机构', {
    ...shapeOf(declared.ReplaceAcceptor.takes),
    reason: personal(),
  }),
  VerifierReplaced: fact('Verifier replaced', '更换核查人', {
    ...shapeOf(declared.ReplaceVerifier.takes),
    verifiers: verifiers.schema.min(1),
    reason: personal(),
  }),
  PlanRevised: fact('Rectification plan revised', '修订整改方案', {
    ...shapeOf(declared.RevisePlan.takes),
    measures: measures.schema.min(1),
    reason: personal(),
  }),
  EvidenceAdded: fact('Evidence added', '补充证据材料', { evidence }, WITH_FILES),
  SeverityChanged: fact('Severity changed', '变更严重程度', {
    ...shapeOf(declared.ChangeSeverity.takes),
    reason: personal(),
  }),
  ObservationCorrected: fact(
    'Observation corrected',
    '更正所记内容',
    {
      ...shapeOf(declared.CorrectObservation.takes),
      answerable: z.array(answerable).optional(),
      reason: personal().optional(),
    },
    // At first nobody could say that it is no duplicate.
    { version: 2, upgrade: { 1: (old) => old } },
  ),
  /** It stays visible; the other one counts (F8). */
  FindingMerged: fact('Finding merged into another', '问题并案', {
    ...shapeOf(declared.MergeFinding.takes),
    reason: personal(),
  }),
  CloseOutRefused: fact('Close-out refused', '不予销号', { reason: personal() }),
  LookBackPassed: fact('Look-back passed', '回头看通过', lookBack, WITH_FILES),
  RelapseConfirmed: fact('Relapse confirmed', '确认反弹', lookBack, WITH_FILES),
  RectificationReopened: fact('Rectification reopened', '重新挂号', { reason: personal() }),
});

export type FindingEvent = EventOf<typeof findingEvents>;

type DataByType = { readonly [E in FindingEvent as E['type']]: E['data'] };

/** The data of one fact; unlike `DataOf` it can be handed on while the type is still open. */
export type FindingData<T extends FindingEvent['type']> = DataByType[T];
