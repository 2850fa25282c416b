import { command, id, optional, sealed, text, word } from '#kernel';
import { notDuplicateOf, proof } from './finding.fields.js';
import { FINDING_CLASSES, openStages, SEVERITIES } from './finding.words.js';

/** The description of inputs whose command is answered for with a reason. */
export const REASON = { en: 'The reason is required.', zh: '须说明理由。' };

/** What an observation may say otherwise than it was first written; both texts stay in its story (F9). */
const corrected = {
  class: optional(word(FINDING_CLASSES, 'What kind of shortcoming it is.', '类别。')),
  description: optional(
    sealed(text(4000, 'What was seen; it is encrypted before it is kept.', '问题描述（加密保存）。')),
  ),
  place: optional(text(200, 'Where it was seen.', '地点。')),
  subjectOrgId: optional(id('organisation', 'The body it is about.', '被检查单位。')),
  dutyPointId: optional(id('dutyPoint', 'The duty point it is about.', '责任点。')),
  notDuplicateOf,
};

/** What puts right what a finding says, whatever is being done about it. */
export const amendCommands = {
  AddEvidence: command('Adds evidence.', '补充证据材料。', {
    who: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander', 'unit', 'unit-head'],
    at: openStages,
    dated: 'field',
    takes: { evidence: proof },
  }),
  ChangeSeverity: command('Changes how grave it is; say the reason.', '变更严重程度（须说明理由）。', {
    who: ['supervision-head'],
    at: openStages,
    reasoned: REASON,
    takes: { severity: word(SEVERITIES, 'How grave.', '严重程度。') },
  }),
  CorrectObservation: command('Whoever recorded it corrects what it says.', '记录人更正所记内容。', {
    who: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander', 'unit', 'unit-head'],
    at: ['observed'],
    takes: corrected,
  }),
  CorrectBeforeConfirming: command('Corrects what somebody else recorded.', '认定前更正他人所记内容。', {
    who: ['lead'],
    at: ['observed'],
    takes: corrected,
  }),
  MergeFinding: command('Lets another finding count in its place; say the reason.', '并案（须说明理由，仍可查看）。', {
    who: ['lead', 'supervision', 'supervision-head'],
    at: [
      ...(['observed', 'confirmed', 'ordered', 'acknowledged', 'planSubmitted', 'planReturned'] as const),
      'inRectification',
    ],
    reasoned: REASON,
    takes: { intoId: id('finding', 'The finding that counts.', '并入的问题编号。') },
  }),
  CorrectFinding: command('Corrects what a finding says; say the reason.', '更正问题内容（须说明理由）。', {
    who: ['supervision-head'],
    at: openStages.filter((stage) => stage !== 'observed'),
    reasoned: REASON,
    takes: corrected,
  }),
};
