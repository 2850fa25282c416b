import type { FindingCommand } from './finding.commands.js';
import type { FindingStep } from './finding.course.js';
import type { FindingSetting } from './finding.setting.js';
import { everyTicked } from './finding.words.js';

const data = { reason: 'Because' };
const seen = ({ severity, territoryId, unitId, photo }: FindingSetting) => {
  const file = photo();
  return {
    ...{ severity, territoryId, subjectOrgId: unitId, evidence: [file] },
    // Each time another gate: what looks the same is asked about first.
    ...{ description: 'No thermometer at the gate', place: `Gate ${file.slice(-8)}` },
  };
};
const checked = { method: 'onSite', place: 'Gate' } as const;
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

const planned = ({ measures, responsible, verifiers: [{ orgId }], now }: FindingSetting) => ({
  dated: now,
  measures: times(measures, () => ({
    ...{ cause: 'Nobody ordered one', measure: 'Order one', standard: 'One at the gate' },
    ...{ responsible, dueAt: now, verifierOrgId: orgId },
  })),
});

type Samples = {
  readonly [T in FindingStep]: (setting: FindingSetting) => Extract<FindingCommand, { readonly type: T }>;
};

/** A command for each step, such as somebody in this setting may ask for. */
export const sampleCommands: Samples = {
  RecordObservation: (setting) => ({
    type: 'RecordObservation',
    data: { ...seen(setting), kind: 'inspection', class: 'inadequateControl' },
  }),
  RecordGapFinding: (setting) => ({
    type: 'RecordGapFinding',
    data: { ...seen(setting), dutyPointId: setting.dutyPointId },
  }),
  NoteFinding: () => ({ type: 'NoteFinding', data: { text: 'The gate was closed at noon' } }),
  ConfirmFinding: () => ({ type: 'ConfirmFinding', data: {} }),
  DismissObservation: () => ({ type: 'DismissObservation', data }),
  VoidFinding: () => ({ type: 'VoidFinding', data }),
  MergeFinding: ({ otherFindingId }) => ({ type: 'MergeFinding', data: { ...data, intoId: otherFindingId } }),
  OrderRectification: ({ unitId, acceptorOrgId, due }) => ({
    type: 'OrderRectification',
    data: { unitId, acceptorOrgId, dueAt: due, standard: 'It works' },
  }),
  AcknowledgeRectification: () => ({ type: 'AcknowledgeRectification', data: {} }),
  SubmitPlan: (setting) => ({ type: 'SubmitPlan', data: planned(setting) }),
  ApprovePlan: () => ({ type: 'ApprovePlan', data: {} }),
  ReturnPlan: () => ({ type: 'ReturnPlan', data }),
  ReportImmediateFix: ({ photo }) => ({
    type: 'ReportImmediateFix',
    data: { description: 'Done', before: [photo()], after: [photo()] },
  }),
  ReportCompletion: ({ measures, photo }) => ({
    type: 'ReportCompletion',
    data: { rootCause: 'No list', measures: times(measures, () => ({ evidence: [photo()] })) },
  }),
  AssignVerifier: ({ verifiers }) => ({ type: 'AssignVerifier', data: { verifiers: [...verifiers], onSite: true } }),
  PassVerification: ({ photo }) => ({
    type: 'PassVerification',
    data: { ...checked, evidence: [photo()], outcomeClass: 'effective' },
  }),
  FailVerification: ({ photo }) => ({
    type: 'FailVerification',
    data: { ...checked, evidence: [photo()], outcomeClass: 'cosmetic' },
  }),
  ApproveCloseOut: ({ known }) => ({
    type: 'ApproveCloseOut',
    data: { conditions: everyTicked.map((condition) => ({ condition, evidence: known.slice(-1) })) },
  }),
  RefuseCloseOut: () => ({ type: 'RefuseCloseOut', data }),
  RecordLookBack: ({ lookBack, photo }) => ({
    type: 'RecordLookBack',
    data: { outcome: lookBack, evidence: [photo()] },
  }),
  ReopenRectification: () => ({ type: 'ReopenRectification', data }),
  AddEvidence: ({ photo }) => ({ type: 'AddEvidence', data: { evidence: [photo()] } }),
  ChangeSeverity: ({ severity }) => ({
    type: 'ChangeSeverity',
    data: { ...data, severity: severity === 'minor' ? 'serious' : 'minor' },
  }),
  CorrectObservation: () => ({ type: 'CorrectObservation', data: { place: 'Side gate' } }),
  CorrectBeforeConfirming: () => ({ type: 'CorrectBeforeConfirming', data: { class: 'lostControl' } }),
  CorrectFinding: () => ({ type: 'CorrectFinding', data: { ...data, description: 'No thermometer at the side gate' } }),
  RedirectOrder: ({ otherUnitId, acceptorOrgId, due }) => ({
    type: 'RedirectOrder',
    data: { ...data, unitId: otherUnitId, acceptorOrgId, dueAt: due, standard: 'It works' },
  }),
  WithdrawOrder: () => ({ type: 'WithdrawOrder', data }),
  ReplaceAcceptor: ({ otherAcceptorOrgId }) => ({
    type: 'ReplaceAcceptor',
    data: { ...data, acceptorOrgId: otherAcceptorOrgId },
  }),
  ReplaceVerifier: ({ verifiers: [{ personId }], otherVerifier }) => ({
    type: 'ReplaceVerifier',
    data: { ...data, outgoing: personId, verifiers: [otherVerifier] },
  }),
  RevisePlan: (setting) => ({ type: 'RevisePlan', data: { ...data, ...planned(setting) } }),
};
