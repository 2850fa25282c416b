import { ANSWER_REFUSALS, type Text } from '#kernel';

export const IMPORT_REFUSALS = {
  ...ANSWER_REFUSALS,
  NOTICE_TOO_LONG: { en: 'A notice has at most 96 KB, counted in UTF-8 bytes.', zh: '原文超过 96 KB（UTF-8）。' },
  NOTICE_EMPTY: { en: 'There is no document in it.', zh: '其中没有可识别的文件。' },
  NOTICE_TOO_TANGLED: {
    en: 'It holds more documents, clauses or damage than one notice has.',
    zh: '其中文件、条款或损坏处过多，不似一份公文。',
  },
  IMPORT_ABSENT: { en: 'There is no such import.', zh: '导入不存在。' },
  NOT_THE_IMPORTER: { en: 'Only the body that took it in confirms it.', zh: '仅导入机构可以确认。' },
  OWN_IMPORT: { en: 'Nobody confirms what they took in themselves.', zh: '不得确认本人的导入。' },
  ALREADY_CONFIRMED: { en: 'It is confirmed already.', zh: '已确认。' },
  COUNT_DIFFERS: { en: 'It holds another number of documents.', zh: '文件数量不符。' },
  DIGEST_DIFFERS: { en: 'Its bytes have another digest.', zh: '文件摘要不符。' },
  IMPORTER_UNKNOWN: { en: 'Your own organisation is not registered.', zh: '您所在机构尚未登记。' },
} as const satisfies Record<string, Text>;

export type ImportRefusal = keyof typeof IMPORT_REFUSALS;
