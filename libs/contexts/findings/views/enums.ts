import { PARTIES } from '#contexts/duties';
import { enumOf } from '#platform/graphql';
import {
  CONDITIONS,
  FINDING_CLASSES,
  FINDING_KINDS,
  LOOK_BACK_OUTCOMES,
  METHODS,
  OUTCOME_CLASSES,
  RATE_BY,
  SEVERITIES,
  STAGES,
} from '../finding.words.js';

export const KindOfFinding = enumOf(
  'FindingKind',
  { en: 'How a finding came to be.', zh: '问题来源。' },
  FINDING_KINDS,
);

export const ClassOfFinding = enumOf(
  'FindingClass',
  { en: 'What kind of shortcoming it is.', zh: '问题类别。' },
  FINDING_CLASSES,
);

export const SeverityOfFinding = enumOf('Severity', { en: 'How grave it is.', zh: '严重程度。' }, SEVERITIES);

export const StageOfFinding = enumOf('FindingStage', { en: 'Where a finding stands.', zh: '问题状态。' }, STAGES);

export const MethodOfVerification = enumOf(
  'VerificationMethod',
  { en: 'How a fix is checked.', zh: '核查方式。' },
  METHODS,
);

export const OutcomeOfVerification = enumOf(
  'OutcomeClass',
  { en: 'What a verification makes of a fix.', zh: '核查结论。' },
  OUTCOME_CLASSES,
);

export const CloseOutCondition = enumOf(
  'CloseOutCondition',
  { en: 'What must be ticked before a finding is struck off.', zh: '销号条件。' },
  CONDITIONS,
);

export const AnsweringParty = enumOf(
  'AnsweringParty',
  { en: 'As which of the four parties somebody answers.', zh: '以哪一方责任人身份负责。' },
  PARTIES,
);

export const LookBackOutcome = enumOf(
  'LookBackOutcome',
  { en: 'What a look-back finds.', zh: '回头看结果。' },
  LOOK_BACK_OUTCOMES,
);

export const RateBy = enumOf(
  'ClosureRateBy',
  { en: 'What a closure rate is split by.', zh: '销号率分组方式。' },
  RATE_BY,
);
