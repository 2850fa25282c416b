import type { Text } from '#kernel';

export const IMPORT_REFUSALS = {
  IMPORT_NOT_FOUND: { en: 'There is no such import.', zh: '导入不存在。' },
  NOT_THE_IMPORTER: { en: 'Only the body that took it in makes directives of it.', zh: '仅导入机构可以据此登记部署。' },
  IMPORT_NOT_CONFIRMED: {
    en: 'Another person of the body that took the text in has not confirmed the import yet.',
    zh: '导入尚未由同机构另一人确认。',
  },
  DOCUMENT_NOT_FOUND: { en: 'The import holds no such document.', zh: '导入中没有该文件。' },
  DOCUMENT_TOO_LARGE: {
    en: 'The document has more text or clauses than a directive.',
    zh: '文件的文本或条款超出部署的限度。',
  },
  QUESTION_UNANSWERED: { en: 'A question of the document is not answered.', zh: '有待确认事项尚未答复。' },
  QUESTION_NOT_FOUND: {
    en: 'The document has no such question, or it is answered twice.',
    zh: '待确认事项不存在或重复答复。',
  },
  CLAUSE_NOT_FOUND: { en: 'No such clause was found in the document.', zh: '文件中未识别出该条款。' },
  TITLE_MISSING: { en: 'The document shows no title: it needs one.', zh: '未识别出标题，须填写。' },
} as const satisfies Record<string, Text>;

export type ImportRefusal = keyof typeof IMPORT_REFUSALS;
