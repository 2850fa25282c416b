import { ANSWER_REFUSALS, type Text } from '#kernel';

export const LATE_ENTRY_REFUSALS = {
  ...ANSWER_REFUSALS,
  REGISTRAR_UNKNOWN: { en: 'Your own organisation is not registered.', zh: '您所在机构尚未登记。' },
  NUMBER_OR_PHOTO: { en: 'Name its number or its photo, one of the two.', zh: '编号与照片须且仅须填写一项。' },
  REASON_REQUIRED: { en: 'Say why.', zh: '须说明理由。' },
  NOT_PAST: { en: 'It cannot lie ahead of the registering.', zh: '发生时间不能晚于登记时间。' },
  TOO_FAR_BACK: { en: 'Paper is registered within 30 days.', zh: '纸质记录须在 30 日内登记。' },
  BEFORE_ALL: { en: 'Nothing is dated before October 1949 began.', zh: '不得早于 1949 年 10 月 1 日。' },
  ENDS_BEFORE_BEGIN: { en: 'It ends before it begins.', zh: '截止时间早于起始时间。' },
  ALREADY_REGISTERED: { en: 'This late entry is registered already.', zh: '该补录已登记。' },
  LATE_ENTRY_ABSENT: { en: 'Your body has no such late entry.', zh: '本机构无此补录登记。' },
  ALREADY_DECIDED: { en: 'It is confirmed or refused already.', zh: '已确认或已不予确认。' },
  OWN_LATE_ENTRY: {
    en: 'Nobody confirms what they registered or took themselves.',
    zh: '不得确认本人登记或记录的补录。',
  },
  NOT_AS_REGISTERED: {
    en: 'It was registered with another number, photo or count.',
    zh: '与登记的编号、照片或条数不符。',
  },
  NOT_CONFIRMED: { en: 'It is not confirmed.', zh: '尚未确认。' },
  USED_UP: { en: 'All acts that it holds are told.', zh: '所载事项均已补录。' },
} as const satisfies Record<string, Text>;

export type LateEntryRefusal = keyof typeof LATE_ENTRY_REFUSALS;
