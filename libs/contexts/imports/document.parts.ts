import { flag, int, list, nullable, optional, partOf, part, shownText, text, word } from '#kernel';
import { DAMAGE_KINDS, LEAK_KINDS, QUESTION_KINDS } from './import.words.js';

/** No text that is taken is longer. */
const LONGEST = 100_000;
const place = {
  from: int([0, LONGEST], 'Where it begins in the text of the document.', '起始位置。'),
  to: int([0, LONGEST], 'Where it ends.', '结束位置。'),
};
const order = (en: string, zh: string) => int([1, LONGEST], en, zh);

/** The day that a document gives as its own. */
export const noticeDayPart = partOf(
  'NoticeDay',
  {
    year: nullable(int([1900, 2200], 'The year; null where the text does not state it.', '年；空表示文中未说明。')),
    month: int([1, 12], 'The month.', '月。'),
    day: int([1, 31], 'The day.', '日。'),
  },
  { en: 'The day of a document, as its text gives it.', zh: '文件日期（据原文）。' },
);

/** A clause as it was found: its words are those of the text at its place. */
export const noticeClausePart = partOf(
  'NoticeClause',
  {
    ...place,
    order: order('Its place among the clauses.', '顺序。'),
    number: shownText('Its number as the text has it; empty where it has none.', '文中序号。'),
    level: order('How deep it stands in the tree, from 1.', '层级。'),
    parent: nullable(order('The order of the clause that it stands under.', '上级条款顺序。')),
    heading: flag('Whether it only heads what stands below it.', '是否仅为标题。'),
  },
  { en: 'A clause as it was found: a proposal.', zh: '提取的条款（建议）。' },
);

export const noticeCountPart = partOf(
  'NoticeCount',
  {
    ...place,
    words: text(100, 'What the text says.', '原文表述。'),
    declared: int([0, 100], 'How many it says there are.', '所称数量。'),
    captured: int([0, LONGEST], 'How many were found.', '提取数量。'),
  },
  { en: 'How many points a text says it makes.', zh: '文中所称条数。' },
);

export const noticeDamagePart = partOf(
  'NoticeDamage',
  {
    ...place,
    kind: word(DAMAGE_KINDS, 'What was lost.', '类型。'),
    text: shownText('What the file has there.', '原文。'),
  },
  { en: 'A stretch that nobody can read.', zh: '文本损坏处。' },
);

export const noticeMaskPart = partOf(
  'NoticeMask',
  { ...place, text: text(100, 'What stands for what is hidden.', '遮蔽符号。') },
  { en: 'Where a text hides a name.', zh: '遮蔽处。' },
);

export const noticeLeakPart = partOf(
  'NoticeLeak',
  { ...noticeMaskPart.fields, kind: word(LEAK_KINDS, 'What it is.', '类型。') },
  { en: 'What still tells a masked place.', zh: '可识别线索。' },
);

export const noticeQuestionPart = partOf(
  'NoticeQuestion',
  {
    asks: word(QUESTION_KINDS, 'What is asked.', '事项。'),
    from: optional(place.from),
    to: optional(place.to),
    words: list(shownText('What the text has there, or what may be meant.', '相关原文。'), 500),
  },
  { en: 'What somebody must answer or look at.', zh: '待确认事项。' },
);

/** A document that was found in a file. */
export const documentFields = {
  title: shownText('Its title, as far as it shows one.', '标题。'),
  text: text(LONGEST, 'Its text in the one readable form.', '规范化文本。'),
  complete: flag('Whether the text is whole.', '文本是否完整。'),
  dated: optional(part(noticeDayPart, 'Its own day; left out where only a person can say it.', '文件日期。')),
  clauses: list(part(noticeClausePart, 'The proposed tree of clauses, in order.', '条款树（建议）。'), 1000),
  declared: list(part(noticeCountPart, 'How many points it says it makes.', '所称条数。'), 100),
  damage: list(part(noticeDamagePart, 'What nobody can read in it.', '损坏处。'), 500),
  masks: list(part(noticeMaskPart, 'Where names are hidden.', '遮蔽处。'), 500),
  leaks: list(part(noticeLeakPart, 'What still tells the place.', '可识别线索。'), 500),
  questions: list(part(noticeQuestionPart, 'What is open.', '待确认事项。'), 1000),
};
