import type { DeclaredCount } from '../clauses/declared.js';
import type { DateQuestion } from '../date/notice-date.js';
import type { Flag } from '../normalise.js';
import type { Leak } from './masks.js';

/** What a person must answer or look at before a document is used. */
export interface Question {
  readonly asks: 'dateYear' | 'dateWhich' | 'dateDay' | 'count' | 'rest' | 'unreadable' | 'masked';
  /** Where in the document's text; the whole of it where left out. */
  readonly from?: number;
  readonly to?: number;
  /** What the text says there, or what may be meant. */
  readonly words: readonly string[];
}

/** What a document shows of itself, as far as it gives rise to questions. */
export interface Doubts {
  readonly text: string;
  readonly flags: readonly Flag[];
  readonly complete: boolean;
  readonly declared: readonly DeclaredCount[];
  readonly leaks: readonly Leak[];
  readonly dateQuestion: DateQuestion | undefined;
}

const DATE = { year: 'dateYear', which: 'dateWhich', day: 'dateDay' } as const;

/** Everything that is open about a document: a date, a count that differs, a cut end, damage, and a mask that hides nothing. */
export const questionsOf = ({ text, flags, complete, declared, leaks, dateQuestion }: Doubts): readonly Question[] => [
  ...(dateQuestion
    ? [{ asks: DATE[dateQuestion.asks], words: dateQuestion.candidates.map(({ from, to }) => text.slice(from, to)) }]
    : []),
  ...declared
    .filter((count) => count.declared !== count.captured)
    .map(({ from, to, words }) => ({ asks: 'count' as const, from, to, words: [words] })),
  ...(complete ? [] : [{ asks: 'rest' as const, words: [] }]),
  ...flags.map(({ from, to, original }) => ({ asks: 'unreadable' as const, from, to, words: [original] })),
  ...(leaks.length > 0 ? [{ asks: 'masked' as const, words: leaks.map((leak) => leak.text) }] : []),
];
