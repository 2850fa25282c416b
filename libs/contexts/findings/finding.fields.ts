import { coded, flag, formed, id, instant, int, list, optional, part, partOf, sealed, text, word } from '#kernel';
import { METHODS, OUTCOME_CLASSES } from './finding.words.js';
import { TICKED_CONDITIONS } from './finding.condition.words.js';

const FILES = 50;
const MEASURES = 50;

/** A kept file as events remember it: by its own record, and before files were kept by what somebody said of it. */
const evidenceItem = partOf('Evidence', {
  id: id('evidence', 'Its id.', '编号。'),
  sha256: coded(64, /^[0-9a-f]{64}$/, 'SHA-256 of its bytes, in hexadecimal.', 'SHA-256 摘要。'),
  bytes: int([1, Number.MAX_SAFE_INTEGER], 'How many bytes.', '字节数。'),
  mediaType: formed(100, /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/, 'Its media type.', '媒体类型。'),
  receivedAt: optional(instant('When it was received.', '固证时间。')),
});

/** Kept files that show something, as events remember them. */
export const keptFiles = list(part(evidenceItem, 'The evidence.', '证据材料。'), FILES);

/** Kept files that show something, as somebody names them: each was uploaded before. */
export const files = (en: string, zh: string) => list(id('evidence', en, zh), FILES);

export const proof = files(
  'The evidence: files that your body has uploaded.',
  '证据材料编号（须为本单位已上传的文件）。',
);

/** What is to be done about one cause: one responsible person, one due time (R2). */
const measure = partOf('Measure', {
  cause: sealed(text(1000, 'The cause that it removes.', '原因。')),
  measure: sealed(text(1000, 'What is done.', '措施。')),
  responsible: id('person', 'The one person responsible.', '责任人。'),
  dueAt: instant('When it is due.', '完成时限。'),
  standard: sealed(text(1000, 'What done means.', '完成标准。')),
  verifierOrgId: id('organisation', 'The body that verifies it.', '验收单位。'),
});

export const measures = list(part(measure, 'Cause by cause.', '逐项措施。'), MEASURES);

const measureDone = partOf('MeasureDone', { evidence: proof });

export const measuresDone = list(
  part(measureDone, 'The measures in the order of the plan.', '按方案顺序逐项。'),
  MEASURES,
);

/** What shows that each measure is done, as events remember it. */
export const measuresShown = list(part(partOf('MeasureShown', { evidence: keptFiles }), '', ''), MEASURES);

/** Who checks a fix, and for which body. */
const verifier = partOf('Verifier', {
  personId: id('person', 'The person.', '人员。'),
  orgId: id('organisation', 'The body that they verify for.', '所属单位。'),
});

export const verifiers = list(part(verifier, 'Who verifies.', '核查人。'), 20);

/** What a verification says, whatever it finds. */
export const verification = {
  method: word(METHODS, 'How it was checked.', '核查方式。'),
  place: text(200, 'Where it was checked.', '核查地点。'),
  outcomeClass: word(OUTCOME_CLASSES, 'What was found.', '核查结论。'),
  evidence: proof,
  note: optional(sealed(text(4000, 'In words.', '说明。'))),
};

/** One condition of a close-out that is ticked: proven, or said not to apply (R5). */
const conditionMet = partOf('Condition', {
  condition: word(TICKED_CONDITIONS, 'Which condition.', '条件。'),
  evidence: list(id('evidence', 'Evidence of this finding that proves it.', '本问题的证据材料编号。'), FILES),
  notApplicable: optional(
    sealed(
      text(
        1000,
        'Or why it does not apply, where the rules let it be so for this class.',
        '或不适用的理由（仅限规则允许的问题类别）。',
      ),
    ),
  ),
});

export const conditions = list(part(conditionMet, 'Each of the four conditions.', '四项销号条件逐项作答。'), 4);

/** What looks the same, and is known not to be (F8). */
export const notDuplicateOf = optional(
  list(id('finding', 'A finding that looks the same and is another.', '看似相同但并非同一问题的编号。'), 20),
);

export const onSite = flag('Whether it must be done on site.', '是否须现场核查。');
