import { isComplete } from './complete.js';
import { damagedRuns, type Run } from './damage.js';
import { brokenAt } from './mending/wraps.js';
import { RULES } from './mending/rules.js';
import { simplifiedTraced } from './script/script.js';
import { nowAt, rewrite, traced, type Traced } from './traced.js';

/** A run for a human to look at: where it stands in the normalised text, and what the file has there. */
export interface Flag extends Run {
  readonly original: string;
}

/** How often each kind of harmless damage was mended. */
export interface Counts {
  readonly readings: number;
  readonly doubledMarks: number;
  readonly indents: number;
  readonly lostSpaces: number;
  readonly furniture: number;
  /** Line ends that stood in the middle of a sentence. */
  readonly rejoined: number;
  readonly simplified: number;
}

export interface NormalisedNotice {
  readonly text: string;
  readonly flags: readonly Flag[];
  readonly counts: Counts;
  /** False when the text breaks off in the middle of a sentence. */
  readonly complete: boolean;
}

type Tally = Map<string, number>;

/** One mended thing can uncover another, so the rules run until none of them finds anything. */
const mended = (start: Traced, tally: Tally): Traced => {
  let now = start;
  for (let before = ''; before !== now.text;) {
    before = now.text;
    for (const { name, pattern, instead } of RULES) {
      const { to, count } = rewrite(now, pattern, instead);
      tally.set(name, (tally.get(name) ?? 0) + count);
      now = to;
    }
    const broken = brokenAt(now.text);
    const { to, count } = rewrite(now, /\n/g, (end, index) => (broken.has(index) ? '' : end));
    tally.set('rejoined', (tally.get('rejoined') ?? 0) + count);
    now = to;
  }
  return now;
};

/**
 * The readable form of a notice (domain.md 1.0): Simplified script, half-width punctuation, one line a paragraph, bracketed readings,
 * doubled marks and page furniture taken out. What cannot be read is flagged and left standing. Doing it twice changes nothing.
 */
export const normaliseNotice = (original: string): NormalisedNotice => {
  const tally: Tally = new Map();
  const clean = mended(traced(original), tally);
  const { to: now, count: simplified } = simplifiedTraced(clean);
  const flags = damagedRuns(clean.text).map(({ kind, from, to }) => {
    const start = clean.origins[from] ?? 0;
    const end = (clean.origins[to - 1] ?? 0) + 1;
    return { kind, ...nowAt(now, { start, end }), original: original.slice(start, end) };
  });
  const count = (...names: readonly string[]) => names.reduce((sum, name) => sum + (tally.get(name) ?? 0), 0);
  return {
    text: now.text,
    flags,
    counts: {
      readings: count('readings'),
      doubledMarks: count('doubledMarks'),
      indents: count('indents'),
      lostSpaces: count('lostSpaces'),
      furniture: count('breadcrumbs', 'inlineButtons', 'webLines', 'trailers'),
      rejoined: count('rejoined'),
      simplified,
    },
    complete: isComplete(now.text),
  };
};
