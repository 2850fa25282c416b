import { wasEnteredLate } from '#contexts/policy-packs';
import { ref, type Happening, type PartData } from '#kernel';
import type { FindingData } from '../finding.events.js';
import type { Round } from '../finding.round.js';
import type { Measure } from '../finding.state.js';
import { verifyingPerson } from './parts.js';
import type { plannedMeasure, Rectification } from './rectification.part.js';
import { closeOut, lookBack, reasonGiven, verificationResult } from './verdicts.js';

/** A new order begins a round; the first due time stays what it was. */
export const ordered = (
  data: Pick<FindingData<'RectificationOrdered'>, 'unitId' | 'acceptorOrgId' | 'dueAt' | 'standard'>,
  { occurredAt }: Happening,
  rounds: readonly Round[],
): Rectification => ({
  round: rounds.length,
  unit: ref(data.unitId),
  acceptor: ref(data.acceptorOrgId),
  standard: data.standard,
  orderedAt: occurredAt,
  dueAt: data.dueAt,
  originalDueAt: rounds[0]?.firstDueAt ?? data.dueAt,
  completionIsLateEntry: false,
  ...{ measures: [], fixBefore: [], fixAfter: [] },
  verifiers: [],
  verifications: [],
  lookBacks: [],
});

const planned = ({ responsible, verifierOrgId, ...measure }: Measure): PartData<typeof plannedMeasure> => ({
  ...measure,
  responsible: ref(responsible),
  verifier: ref(verifierOrgId),
  done: [],
});

/** The measures with what shows that each is done, in the order of the plan. */
const done = (
  { measures }: Rectification,
  reports: FindingData<'CompletionReported'>['measures'],
): Rectification['measures'] => measures.map((one, index) => ({ ...one, done: reports[index]?.evidence ?? [] }));

/** What was entered late by its two times is shown with both, and counts apart; everything else is as old as its record. */
const reported = (at: Happening, dated?: 'field') => ({
  reportedBy: ref(at.actorId),
  completionReportedAt: at.occurredAt,
  completionRecordedAt: at.recordedAt,
  completionIsLateEntry: wasEnteredLate(at, dated),
});

type AddingFact =
  | 'RectificationAcknowledged'
  | 'PlanSubmitted'
  | 'PlanApproved'
  | 'PlanReturned'
  | 'ImmediateFixReported'
  | 'CompletionReported'
  | 'VerifierAssigned'
  | 'VerifierPassed'
  | 'VerificationPassed'
  | 'VerificationFailed'
  | 'CloseOutApproved'
  | 'CloseOutRefused'
  | 'LookBackPassed'
  | 'RelapseConfirmed'
  | 'AcceptorReplaced'
  | 'PlanRevised'
  | 'EarlierFixTaken'
  | 'VerifierReplaced';

type Additions = {
  readonly [T in AddingFact]: (data: FindingData<T>, at: Happening, before: Rectification) => Partial<Rectification>;
};

const verified =
  (passed: boolean) =>
  (data: FindingData<'VerificationPassed'>, at: Happening, { verifications }: Rectification) => ({
    verifiedAt: at.occurredAt,
    outcomeClass: data.outcomeClass,
    verifications: [...verifications, verificationResult(data, at, passed)],
  });

const lookedBack =
  (outcome: 'passed' | 'relapsed') =>
  (data: FindingData<'LookBackPassed'>, at: Happening, { lookBacks }: Rectification) => ({
    lookedBackAt: at.occurredAt,
    lookBacks: [...lookBacks, lookBack(data, at, outcome)],
  });

/** What each fact adds to a rectification under way. */
export const added: Additions = {
  RectificationAcknowledged: (_, { occurredAt }) => ({ acknowledgedAt: occurredAt }),
  PlanSubmitted: ({ dated, measures }) => ({ planDated: dated, measures: measures.map(planned) }),
  PlanApproved: (_, { occurredAt }) => ({ planApprovedAt: occurredAt }),
  PlanReturned: (data, at) => ({ planReturn: reasonGiven(data, at) }),
  ImmediateFixReported: ({ description, before, after }, at) => ({
    ...reported(at, 'field'),
    fix: description,
    fixBefore: before,
    fixAfter: after,
  }),
  CompletionReported: ({ rootCause, measures }, at, before) => ({
    ...reported(at),
    rootCause,
    measures: done(before, measures),
  }),
  VerifierAssigned: ({ verifiers, onSite }) => ({ verifiers: verifiers.map(verifyingPerson), onSite }),
  VerifierPassed: (data, at, { verifications }) => ({
    verifications: [...verifications, verificationResult(data, at, true)],
  }),
  VerificationPassed: verified(true),
  VerificationFailed: verified(false),
  CloseOutApproved: (data, at) => ({ closedOutAt: at.occurredAt, closeOut: closeOut(data, at) }),
  CloseOutRefused: (data, at) => ({ closeOutRefusal: reasonGiven(data, at) }),
  LookBackPassed: lookedBack('passed'),
  RelapseConfirmed: lookedBack('relapsed'),
  AcceptorReplaced: ({ acceptorOrgId }) => ({ acceptor: ref(acceptorOrgId) }),
  PlanRevised: ({ dated, measures }) => ({ planDated: dated, measures: measures.map(planned) }),
  EarlierFixTaken: ({ reportedAt, reportedBy }) => ({
    completionReportedAt: reportedAt,
    completionRecordedAt: reportedAt,
    reportedBy: ref(reportedBy),
  }),
  VerifierReplaced: ({ outgoing, verifiers }, _, before) => ({
    verifiers: [...before.verifiers.filter(({ person }) => person.id !== outgoing), ...verifiers.map(verifyingPerson)],
  }),
};
