import {
  flag,
  int,
  list,
  optional,
  ownId,
  part,
  partOf,
  rowOf,
  shownText,
  vocabulary,
  word,
  type Field,
  type PartData,
} from '#kernel';
import { textDifference } from '#text';
import { z } from 'zod';
import { clauseRow, type adaptationRow } from '../../content/views/content.rows.js';
import { ADAPTATIONS, REQUESTS } from '../../content/tie.words.js';
import type { Pair } from '../clause-pairs.js';

const DIFFERENCES = vocabulary('DifferenceKind', 'What became of a clause that was passed on.', '条款传达结果。', {
  same: { en: 'In the same words', zh: '原文' },
  changed: { en: 'In other words', zh: '有改动' },
  leftOut: { en: 'Left out', zh: '未传达' },
  added: { en: 'Added', zh: '新增' },
});

const RUNS = vocabulary('TextRunKind', 'On which side of a comparison a stretch of text stands.', '文字异同。', {
  same: { en: 'On both sides', zh: '相同' },
  removed: { en: 'Only in the text of the parent', zh: '仅上级有' },
  added: { en: 'Only in the own text', zh: '仅本级有' },
});

/** The most that one clause holds. */
const CLAUSE = 5000;

const runRow = partOf(
  'TextRun',
  {
    kind: word(RUNS, 'On which side it stands.', '异同。'),
    text: shownText('The words.', '文字。', CLAUSE),
  },
  { en: 'A stretch of two texts that are compared.', zh: '比对后的一段文字。' },
);

/** A difference is named by the two clauses, which is no id of a thing of its own. */
const place: Field<z.ZodString> = { ...ownId('Its place in the comparison.', '编号。'), schema: z.string() };

export const differenceRow = rowOf(
  'ClauseDifference',
  'A clause of a parent beside the one that carries it on.',
  '上下级条款比对。',
  {
    id: place,
    kind: word(DIFFERENCES, 'What became of the words.', '比对结果。'),
    parentVersion: int(
      [1, 1_000_000],
      'The version of the text of the parent that was passed on.',
      '所传达的上级文本版本。',
    ),
    textVersion: int([1, 1_000_000], 'The version of the own text.', '本级文本版本。'),
    theirs: optional(part(clauseRow, 'The clause of the parent; null where one was added.', '上级条款；新增时为空。')),
    own: optional(
      part(clauseRow, 'The own clause that carries it; null where it was left out.', '本级条款；未传达时为空。'),
    ),
    how: optional(
      word(ADAPTATIONS, 'What the clause map says; null where it says nothing.', '落实方式；未对应时为空。'),
    ),
    request: optional(word(REQUESTS, 'What became of what is asked for.', '申请状态。')),
    dueChanged: optional(flag('Whether it is due otherwise; null where one of the two is missing.', '时限是否不同。')),
    runs: list(part(runRow, 'The words of both, as somebody would mark them.', '逐段比对。')),
  },
);

export type ClauseDifference = PartData<typeof differenceRow>;
type Clause = PartData<typeof clauseRow>;
type Entry = PartData<typeof adaptationRow>;

export type ClausePair = Pair<Clause, Entry>;
type Versions = Pick<ClauseDifference, 'parentVersion' | 'textVersion'>;

/** What became of the words. */
export const kindOf = ({ theirs, own }: ClausePair): ClauseDifference['kind'] => {
  if (!theirs) return 'added';
  if (!own) return 'leftOut';
  return theirs.text === own.text ? 'same' : 'changed';
};

const dueOf = ({ due }: Clause): string => JSON.stringify([due?.rule, due?.text, due?.at]);

const sidesOf = ({ theirs, own }: ClausePair) => ({
  ...(theirs && { theirs }),
  ...(own && { own }),
  ...(theirs && own && { dueChanged: dueOf(theirs) !== dueOf(own) }),
});

const saidOf = ({ entry }: ClausePair) => entry && { how: entry.how, ...(entry.request && { request: entry.request }) };

/** A pair as the API answers it, the words of both compared. */
export const differenceShown = (pair: ClausePair, versions: Versions): ClauseDifference => ({
  ...{ id: pair.id, kind: kindOf(pair), ...versions },
  ...sidesOf(pair),
  ...saidOf(pair),
  runs: [...textDifference(pair.theirs?.text ?? '', pair.own?.text ?? '')],
});
