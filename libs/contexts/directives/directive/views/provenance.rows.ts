import { QUESTION_KINDS } from '#contexts/imports';
import { flag, int, list, optional, part, partOf, pointer, shownText, text, word } from '#kernel';
import { statedDayRow } from '../../content/views/stated-day.row.js';
import { damagePart, originalPart } from '../original.parts.js';

const answerRow = partOf(
  'AnsweredQuestion',
  {
    asks: word(QUESTION_KINDS, 'What was asked.', '事项。'),
    words: list(shownText('What the text has there.', '相关原文。')),
    text: optional(text(500, 'What was said to it.', '答复。')),
  },
  { en: 'What was open about an imported text, and what was said to it.', zh: '已答复的待确认事项。' },
);

export const provenanceRow = partOf(
  'Provenance',
  {
    issuedBy: text(200, 'Who gave it, in the words of the text.', '文中所称发文机构。'),
    dated: optional(part(statedDayRow, 'The day that it names.', '文中日期。')),
    original: part(originalPart, 'The file, kept as it was.', '原始文件（保持原样）。'),
    damage: list(part(damagePart, 'What nobody can read in it.', '损坏处。')),
    notice: optional(pointer('The import that it was made of.', '所据导入。')),
    document: optional(int([0, 49], 'Which document of it, counted from 0.', '文件序号（从 0 起）。')),
    answers: list(part(answerRow, 'What was open about it, and what was said to it.', '待确认事项及答复。')),
    complete: flag('Whether the text is whole.', '文本是否完整。'),
  },
  { en: 'Where an imported text came from.', zh: '导入来源。' },
);
