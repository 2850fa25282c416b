import { id, int, list, optional, part, partOf, text, type ShapeData } from '#kernel';
import { draftFields, duePart } from '../content/content.fields.js';
import { statedDayPart } from '../content/stated-day.js';

const answerPart = partOf('NoticeAnswer', {
  question: int([0, 999], 'Which question of the document, counted from 0.', '问题序号（从 0 起）。'),
  text: optional(text(500, 'What is said to it; left out where it was looked at, and stays as it is.', '答复。')),
});

const takenPart = partOf('TakenClause', {
  order: int([1, 1000], 'Its order among the clauses that were found.', '在识别结果中的顺序。'),
  due: optional(part(duePart, 'By when.', '时限。')),
});

const { text: _text, clauses: _clauses, title: _title, ...others } = draftFields;

/** What a clerk says about a document that the server found: the text, its digest, its damage and its clauses are the server's. */
export const importFields = {
  importId: id('import', 'The import that it was found in.', '导入编号。'),
  document: int([0, 49], 'Which of its documents, counted from 0.', '文件序号（从 0 起）。'),
  ...others,
  title: optional(text(300, 'Its title; as it was found when left out.', '标题；省略则用识别结果。')),
  issuedBy: text(200, 'Who gave it, in the words of the text.', '文中所称发文机构。'),
  dated: optional(part(statedDayPart, 'Its own day; as it was found when left out.', '文件日期；省略则用识别结果。')),
  clauses: optional(
    list(part(takenPart, 'Which of the clauses that were found; all when left out.', '采用的条款；省略为全部。'), 300),
  ),
  answers: optional(list(part(answerPart, 'The answers to its questions, one to each.', '对待确认事项的答复。'), 1000)),
};

export type Import = ShapeData<typeof importFields>;
