import { ANSWER_REFUSALS, CHANGE_REFUSALS, type Text } from '#kernel';
import { CLAUSE_MAP_REFUSALS } from './clause-map.rules.js';
import { CONTENT_REFUSALS } from '../content/content.rules.js';
import { RECIPIENT_REFUSALS } from '../content/recipients.js';
import { DAY_REFUSALS } from '../content/stated-day.js';
import { IMPORT_REFUSALS } from '../importing/import.refusals.js';

export const DIRECTIVE_REFUSALS = {
  ...CONTENT_REFUSALS,
  ...CLAUSE_MAP_REFUSALS,
  ...RECIPIENT_REFUSALS,
  ...DAY_REFUSALS,
  ...IMPORT_REFUSALS,
  ...ANSWER_REFUSALS,
  ...CHANGE_REFUSALS,
  DIRECTIVE_EXISTS: { en: 'This directive exists already.', zh: '该部署已存在。' },
  DIRECTIVE_NOT_THERE: { en: 'There is no such directive.', zh: '该部署不存在。' },
  OWN_BODY_UNKNOWN: { en: 'Your own organisation is not registered.', zh: '您所在机构尚未登记。' },
  NOT_THE_ISSUER: { en: 'Only the issuing body may do this.', zh: '仅发文机构可以办理。' },
  ISSUER_DISSOLVED: { en: 'The issuing body is dissolved.', zh: '发文机构已撤销。' },
  NOT_THE_RECIPIENT: { en: 'A parent did not go to your organisation.', zh: '上级部署未发至您所在机构。' },
  ISSUED_TEXT_FIXED: { en: 'An issued text never changes.', zh: '已印发的文本不得更改。' },
  ALREADY_SUBMITTED: { en: 'It waits to be signed already.', zh: '已提请签发。' },
  ALREADY_ISSUED: { en: 'It is issued already.', zh: '已印发。' },
  NUMBER_TAKEN: {
    en: 'The issuing body has issued another directive with this number in this year.',
    zh: '发文机构本年度已有另一部署使用该文号。',
  },
  NOT_SUBMITTED: { en: 'It was not submitted for sign-off.', zh: '尚未提请签发。' },
  NO_CLAUSES: { en: 'There is no clause in it, so it orders nothing.', zh: '没有条款，未部署任何事项。' },
  NOTHING_ASKED: { en: 'The clause map does not ask for this.', zh: '对应表未提出该申请。' },
  NOT_THE_PARENTS_ISSUER: { en: 'Only the issuer of the parent rules on this.', zh: '须由上级部署的发文机构批复。' },
  OWN_REQUEST: { en: 'Nobody rules on what they asked for themselves.', zh: '不得批复本人提出的申请。' },
  ALREADY_RULED: { en: 'It is ruled so already.', zh: '已作此批复。' },
  REASON_MISSING: { en: 'This needs a reason.', zh: '须说明理由。' },
  NOT_LATER: { en: 'The parent allows that without being asked.', zh: '上级时限已允许，无须申请。' },
  LATER_DUE_NOT_GRANTED: {
    en: 'The issuer of the parent has not granted the later due time.',
    zh: '延后时限尚未获上级发文机构同意。',
  },
  NOTHING_AMENDED: { en: 'It says the same as before.', zh: '内容未作任何修订。' },
  BASIS_AMENDED_SINCE: {
    en: 'A parent was amended after this text was written: map its clauses again.',
    zh: '起草之后上级部署已修订，须重新对应条款。',
  },
  CLAUSE_REOPENED: {
    en: 'A clause of a parent was amended and is not mapped again.',
    zh: '上级条款已修订，尚未重新对应。',
  },
  NOT_BUILT_ON_THIS: { en: 'The record of the other directive does not say so.', zh: '另一部署的记录与此不符。' },
  NOT_ISSUED: { en: 'It was not issued yet.', zh: '尚未印发。' },
  ALREADY_ENDED: { en: 'It has come to its end already.', zh: '该部署已终结。' },
  ACKNOWLEDGED_BY_SOME: {
    en: 'Somebody has signed for it: it can be revoked, not withdrawn.',
    zh: '已有机构签收，只能撤销，不能撤回。',
  },
  SUCCESSOR_NOT_ISSUED: {
    en: 'What takes its place is another directive in force that your own organisation issued.',
    zh: '替代的部署须为本机构已印发且有效的另一部署。',
  },
  REQUEST_OPEN: { en: 'Something that its clause map asks for is not granted.', zh: '对应表所提申请尚未获同意。' },
  RECIPIENT_NOT_DONE: {
    en: 'A recipient has not signed for it.',
    zh: '有收文机构尚未签收。',
  },
  CHILD_NOT_DONE: {
    en: 'A directive that was issued on its basis is not completed.',
    zh: '依据本部署印发的下级部署尚未办结。',
  },
  CLAUSE_NOT_COVERED: {
    en: 'Nothing became of these clauses: no duty rests on them, and no completed directive carries them on. State why none is needed, or see to it.',
    zh: '所列条款尚未落实：没有责任点，也没有已办结的下级部署承接。请说明无须落实的理由，或予以落实。',
  },
  DUTY_NOT_HELD: {
    en: 'A duty that rests on these clauses has an open gap.',
    zh: '所列条款的责任点仍有责任空白。',
  },
  CLAUSE_HAS_DUTY: {
    en: 'A duty rests on this clause: it cannot be said to need none.',
    zh: '该条款已设责任点，不能说明无须落实。',
  },
  STATED_CLAUSE_NOT_FOUND: {
    en: 'There is no such clause that asks for something.',
    zh: '没有该条款，或该条款仅为标题。',
  },
  DUE_NOT_STATED: {
    en: 'Each clause needs a due rule, or a statement that it has none.',
    zh: '每个条款须明确时限，或注明无时限。',
  },
} as const satisfies Record<string, Text>;

export type DirectiveRefusal = keyof typeof DIRECTIVE_REFUSALS;
