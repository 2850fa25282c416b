import { answered, type Answered } from './answers.js';
import { refused, type Refusal } from './refusal.js';
import { int } from './fields.js';
import { doersOf, type Act } from './occasion.js';
import type { Text } from './text.js';

/** The last change of something that people edit: what it was, who made it and in whose name, and when. */
export interface LastChange extends Answered {
  readonly doers: readonly Act['actorId'][];
}

/** The field of an edit that says from which revision it starts. */
export const expectedRevision = int(
  [1, 1_000_000],
  'The revision that this edit starts from, as you read it.',
  '修改所依据的版本（以您读到的为准）。',
);

/** The sentence of the refusal below, for every decider whose things are edited. */
export const CHANGE_REFUSALS = {
  CHANGED_SINCE: { en: 'Somebody changed it since you read it.', zh: '您读取之后已有人修改。' },
} as const satisfies Readonly<Record<string, Text>>;

/** Remembers a change by its name, its author and its moment. */
export const lastChange = (what: Text, act: Act): LastChange => ({ ...answered(what, act), doers: doersOf(act) });

/** W7: refuses an edit that does not start from what is there, and tells who changed what since, and when. */
export const changedSince = (
  expected: number,
  { revision, last }: { readonly revision: number; readonly last: LastChange },
): Refusal<'CHANGED_SINCE'> | undefined => {
  if (expected === revision) return undefined;
  const act = { en: `${last.act.en} by ${last.doers.join(', ')}`, zh: `${last.act.zh}（${last.doers.join('、')}）` };
  return { ...refused('CHANGED_SINCE', 'expectedRevision'), about: { act, at: last.recordedAt } };
};
