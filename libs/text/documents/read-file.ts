import { draftClauses, type ClauseDraft } from '../clauses/clauses.js';
import { declaredCounts, type DeclaredCount } from '../clauses/declared.js';
import { isComplete } from '../complete.js';
import { noticeDate } from '../date/notice-date.js';
import type { StatedDay } from '../date/stated-day.js';
import { linesOf } from '../lines.js';
import { normaliseNotice, type Flag } from '../normalise.js';
import { articlesIn, type Article } from './articles.js';
import { leaksIn, masksIn, type Leak, type Mask } from './masks.js';
import { questionsOf, type Question } from './questions.js';

/** One document of a file, read: everything here is a proposal for a clerk. Places count in `text`. */
export interface ReadDocument {
  readonly title: string;
  readonly text: string;
  /** False when the text breaks off, or is a headline alone. */
  readonly complete: boolean;
  readonly dated: StatedDay | undefined;
  readonly clauses: readonly ClauseDraft[];
  readonly declared: readonly DeclaredCount[];
  readonly flags: readonly Flag[];
  readonly masks: readonly Mask[];
  readonly leaks: readonly Leak[];
  readonly questions: readonly Question[];
}

const LABEL = /^原标题: *|^标题: */u;

/** The first line that is neither a bare label nor a number of the document. */
const titleOf = (text: string): string => {
  const lines = linesOf(text).map((line) => line.text.replace(LABEL, ''));
  return lines.find((line) => line !== '' && !/〔\d{4}〕|^\(?\d{4} *年|:$/u.test(line)) ?? lines[0] ?? '';
};

const within = (flags: readonly Flag[], { from, to }: Article): readonly Flag[] =>
  flags
    .filter((flag) => flag.from >= from && flag.to <= to)
    .map((flag) => ({ ...flag, from: flag.from - from, to: flag.to - from }));

const readArticle = (text: string, flags: readonly Flag[]): ReadDocument => {
  const clauses = draftClauses({ text, flags });
  const declared = declaredCounts(text, clauses);
  const { own, question: dateQuestion } = noticeDate(text);
  const complete = text.includes('。') && isComplete(text);
  const [masks, leaks] = [masksIn(text), leaksIn(text)];
  return {
    title: titleOf(text),
    text,
    complete,
    dated: own?.stated,
    clauses,
    declared,
    flags,
    masks,
    leaks,
    questions: questionsOf({ text, flags, complete, declared, leaks, dateQuestion }),
  };
};

/** Reads a file: normalises it, parts its documents, and proposes of each a date and a tree of clauses, with what is open. */
export const readFile = (original: string): readonly ReadDocument[] => {
  const { text, flags } = normaliseNotice(original);
  return articlesIn(text).map((article) => readArticle(text.slice(article.from, article.to), within(flags, article)));
};
