import { anId, anInstant, aTerritoryPath, eventsOf, fact, oneOf, personal, type EventOf } from '#kernel';
import { CAPACITIES, PARTIES } from '#contexts/duties';
import { z } from 'zod';
import { CONDITIONS, FINDING_CLASSES, FINDING_KINDS, METHODS, OUTCOME_CLASSES, SEVERITIES } from './finding.words.js';

/** A file that is kept elsewhere, held fast by its digest. */
const evidenceItem = z.strictObject({
  id: anId('evidence'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  mediaType: z.string().min(1),
});
const evidence = z.array(evidenceItem);

/** Who held the duty when it happened (F2). */
const answerable = z.strictObject({
  party: oneOf(PARTIES),
  capacity: oneOf(CAPACITIES),
  orgId: anId('organisation'),
  postId: anId('post').optional(),
  personId: anId('person').optional(),
});

/** Who checks a fix, and for which body. */
const verifier = z.strictObject({ personId: anId('person'), orgId: anId('organisation') });

const measure = z.strictObject({
  cause: personal(),
  measure: personal(),
  responsible: anId('person'),
  dueAt: anInstant(),
  standard: personal(),
  verifierOrgId: anId('organisation'),
});

const verification = {
  method: oneOf(METHODS),
  place: z.string().min(1),
  outcomeClass: oneOf(OUTCOME_CLASSES),
  evidence,
  note: personal().optional(),
};

const conditionMet = z.strictObject({
  condition: oneOf(CONDITIONS),
  evidence: z.array(anId('evidence')),
  notApplicable: personal().optional(),
});

/** Every fact that a `finding-…` stream can hold: an observation, the finding it becomes, and its rectification. */
export const findingEvents = eventsOf('finding', {
  ObservationRecorded: fact('Observation recorded', '记录情况', {
    kind: oneOf(FINDING_KINDS),
    class: oneOf(FINDING_CLASSES),
    severity: oneOf(SEVERITIES),
    description: personal(),
    place: z.string().min(1),
    territoryId: anId('territory'),
    territoryPath: aTerritoryPath(),
    subjectOrgId: anId('organisation').optional(),
    dutyPointId: anId('dutyPoint').optional(),
    answerable: z.array(answerable),
    evidence,
  }),
  ObservationDismissed: fact('Observation dismissed', '认定不成立', { reason: personal() }),
  FindingConfirmed: fact('Finding confirmed', '问题认定', {}),
  FindingVoided: fact('Finding voided', '问题作废', { reason: personal() }),
  RectificationOrdered: fact('Rectification ordered', '交办整改', {
    unitId: anId('organisation'),
    dueAt: anInstant(),
    standard: personal(),
    acceptorOrgId: anId('organisation'),
  }),
  RectificationAcknowledged: fact('Rectification acknowledged', '整改签收', {}),
  PlanSubmitted: fact('Rectification plan submitted', '提交整改方案', {
    dated: anInstant(),
    measures: z.array(measure).min(1),
  }),
  PlanApproved: fact('Rectification plan approved', '批准整改方案', {}),
  PlanReturned: fact('Rectification plan returned', '退回整改方案', { reason: personal() }),
  ImmediateFixReported: fact('Immediate fix reported', '立行立改', {
    description: personal(),
    before: evidence,
    after: evidence,
  }),
  CompletionReported: fact('Completion reported', '报告整改完成', {
    rootCause: personal(),
    measures: z.array(z.strictObject({ evidence: evidence.min(1) })).min(1),
  }),
  VerifierAssigned: fact('Verifier assigned', '指派核查人', {
    verifiers: z.array(verifier).min(1),
    onSite: z.boolean(),
  }),
  VerificationPassed: fact('Verification passed', '核查通过', verification),
  VerificationFailed: fact('Verification failed', '核查退回', verification),
  CloseOutApproved: fact('Close-out approved', '批准销号', {
    conditions: z.array(conditionMet).length(Object.keys(CONDITIONS).length),
    verifiers: z.array(verifier).min(1),
  }),
  CloseOutRefused: fact('Close-out refused', '不予销号', { reason: personal() }),
  LookBackPassed: fact('Look-back passed', '回头看通过', { evidence, note: personal().optional() }),
  RelapseConfirmed: fact('Relapse confirmed', '确认反弹', { evidence, note: personal().optional() }),
  RectificationReopened: fact('Rectification reopened', '重新挂号', { reason: personal() }),
});

export type FindingEvent = EventOf<typeof findingEvents>;

type DataByType = { readonly [E in FindingEvent as E['type']]: E['data'] };

/** The data of one fact; unlike `DataOf` it can be handed on while the type is still open. */
export type FindingData<T extends FindingEvent['type']> = DataByType[T];
