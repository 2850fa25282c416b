import {
  flag,
  id,
  instant,
  list,
  optional,
  part,
  partOf,
  pointer,
  ref,
  shownText,
  word,
  type Happening,
  type PartData,
} from '#kernel';
import type { FindingData } from '../finding.events.js';
import { LOOK_BACK_OUTCOMES, METHODS, OUTCOME_CLASSES } from '../finding.words.js';
import { COMPUTED_CONDITIONS, CONDITIONS } from '../finding.condition.words.js';
import { shownEvidence, shownVerifiers, verifyingPerson } from './parts.js';

/** Who said something, for which body, and when. */
export const saying = {
  person: pointer('Who.', '经办人。'),
  organisation: optional(pointer('For which body.', '所属单位。')),
  at: instant('When.', '时间。'),
};

/** Who acted in what circumstances. */
export const sayer = ({ actorId, orgId, occurredAt }: Happening) => ({
  person: ref(actorId),
  ...(orgId && { organisation: ref(orgId) }),
  at: occurredAt,
});

export const reasonPart = partOf(
  'ReasonGiven',
  { ...saying, reason: shownText('The reason.', '理由。') },
  { en: 'A decision that is answered for with a reason.', zh: '须说明理由的决定。' },
);

/** A decision with its reason, as rows show it. */
export const reasonGiven = ({ reason }: { readonly reason: string }, at: Happening): PartData<typeof reasonPart> => ({
  ...sayer(at),
  reason,
});

const verificationPart = partOf(
  'VerificationResult',
  {
    ...saying,
    passed: flag('It passed.', '是否通过。'),
    method: word(METHODS, 'How it was checked.', '核查方式。'),
    place: shownText('Where it was checked.', '核查地点。'),
    outcomeClass: word(OUTCOME_CLASSES, 'What was found.', '核查结论。'),
    note: optional(shownText('In words.', '说明。')),
    evidence: shownEvidence,
  },
  { en: 'What one verifier found.', zh: '一名核查人的核查结果。' },
);

export const shownVerifications = list(
  part(verificationPart, 'What each verifier found, in order.', '历次核查结果（按先后）。'),
);

/** What a verifier found, as rows show it. */
export const verificationResult = (
  data: FindingData<'VerificationPassed'>,
  at: Happening,
  passed: boolean,
): PartData<typeof verificationPart> => ({ ...sayer(at), passed, ...data });

const conditionPart = partOf(
  'ConditionAnswered',
  {
    condition: word(CONDITIONS, 'Which condition.', '条件。'),
    evidence: list(id('evidence', 'What proves it.', '证明材料编号。')),
    notApplicable: optional(shownText('Or why it does not apply.', '或不适用的理由。')),
  },
  { en: 'How a condition of a close-out was answered.', zh: '销号条件的答复。' },
);

export const closeOutPart = partOf(
  'CloseOut',
  {
    ...saying,
    conditions: list(part(conditionPart, 'What the approver answered.', '批准人逐项答复。')),
    verifiers: shownVerifiers,
    computed: list(word(COMPUTED_CONDITIONS, 'What the record itself answered.', '由记录自动核对的条件。')),
  },
  { en: 'The approval by which a finding was struck off.', zh: '销号批准。' },
);

/** A close-out, as rows show it. */
export const closeOut = (
  { conditions, computed, verifiers }: FindingData<'CloseOutApproved'>,
  at: Happening,
): PartData<typeof closeOutPart> => ({
  ...sayer(at),
  conditions,
  computed,
  verifiers: verifiers.map(verifyingPerson),
});

const lookBackPart = partOf(
  'LookBack',
  {
    ...saying,
    outcome: word(LOOK_BACK_OUTCOMES, 'What was found.', '回头看结果。'),
    note: optional(shownText('In words.', '说明。')),
    evidence: shownEvidence,
  },
  { en: 'A look back at a close-out.', zh: '回头看记录。' },
);

export const shownLookBacks = list(part(lookBackPart, 'The looks back, in order.', '历次回头看（按先后）。'));

/** A look back, as rows show it. */
export const lookBack = (
  data: FindingData<'LookBackPassed'>,
  at: Happening,
  outcome: PartData<typeof lookBackPart>['outcome'],
): PartData<typeof lookBackPart> => ({ ...sayer(at), outcome, ...data });
