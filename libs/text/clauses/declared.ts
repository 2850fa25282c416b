import { valueOf } from '../date/numerals.js';
import type { ClauseDraft } from './clauses.js';
import { numberOf } from './number.js';

/** How many points a text says it makes, and how many were found (C13). */
export interface DeclaredCount {
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly declared: number;
  readonly captured: number;
}

const COUNT = '(?<count>[一二两三四五六七八九十]{1,3}|\\d{1,2})';
const POINTS = '(?:个?大?方面|大?点|大?项|大?条|个?要点)';
const WHAT = '(?:具体)?(?:意见|要求|工作|措施|任务|建议|内容|问题|事项|部署|规定|重点)?';
/** The words before a count that show it announces what follows: 强调三点意见, 主要强调六个方面. */
const ANNOUNCED =
  '(?<=(?:强调|提出|提|讲|说|作出|作|抓好|做好|落实|明确|主要|以下|如下|下面|从|是|有|遵守)(?:了|以下|如下|下列)?)';
const DECLARATION = new RegExp(`${ANNOUNCED}${COUNT}${POINTS}${WHAT}(?!半|钟|整|以上|以下|不)`, 'gu');

const startsAt = (clause: ClauseDraft): number => clause.from - clause.number.length;

const kindOf = ({ number }: ClauseDraft) => numberOf(`${number}x`)?.kind;

/** The run of numbered clauses that a declaration announces: the first after it, with those beside it, up to a new beginning. */
const announced = (after: readonly ClauseDraft[]): readonly ClauseDraft[] => {
  const first = after.find(({ number }) => number !== '');
  if (!first) return [];
  const beside = after.filter((clause) => clause.parent === first.parent && kindOf(clause) === kindOf(first));
  const again = beside.findIndex(
    (clause, index) => index > 0 && valueIn(clause) <= valueIn(beside[index - 1] ?? clause),
  );
  return again < 0 ? beside : beside.slice(0, again);
};

const valueIn = ({ number }: ClauseDraft): number => numberOf(`${number}x`)?.value ?? 0;

/** The counts that a normalised text declares, each beside what was captured after it. */
export const declaredCounts = (text: string, clauses: readonly ClauseDraft[]): readonly DeclaredCount[] =>
  [...text.matchAll(DECLARATION)].map(({ 0: words, index, groups }) => ({
    words,
    from: index,
    to: index + words.length,
    declared: valueOf(groups?.['count'] ?? ''),
    captured: announced(clauses.filter((clause) => startsAt(clause) >= index)).length,
  }));
