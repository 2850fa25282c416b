import { foreignToTraditional } from './script/foreign.js';
import { isSyllable, PINYIN_LETTERS } from './mending/pinyin.js';

/** A stretch of text that cannot be what was written; `lost-character` where only the place of one is left. */
export interface Run {
  readonly kind: 'mojibake' | 'lost-character';
  readonly from: number;
  readonly to: number;
}

interface Sign {
  readonly from: number;
  readonly to: number;
  /** Whether it shows damage by itself; other signs only widen a run. */
  readonly alone: boolean;
}

const LOST = /\?+|\ufffd+/g;
const UNDERLINED = /(?<=\p{Script=Han})_+(?=\p{Script=Han})/gu;
/** A reading that lost its opening bracket, or the character before it. */
const READING = new RegExp(
  `(?<![(${PINYIN_LETTERS}])([${PINYIN_LETTERS}]+)\\)|[A-Za-z]\\(([${PINYIN_LETTERS}]+)\\)`,
  'gu',
);
const LETTER = /(?<=\p{Script=Han})[A-Za-z](?=\p{Script=Han})/gu;
/** So many characters between two signs still belong to one run. */
const BRIDGE = 3;

const span = (match: RegExpExecArray, alone: boolean): Sign => ({
  from: match.index,
  to: match.index + match[0].length,
  alone,
});

const signs = (text: string): Sign[] =>
  [
    ...[...text.matchAll(LOST), ...text.matchAll(UNDERLINED)].map((match) => span(match, true)),
    ...[...text.matchAll(READING)]
      .filter(([, stray, cut]) => isSyllable(stray ?? cut ?? ''))
      .map((match) => span(match, true)),
    ...[...text.matchAll(LETTER)].map((match) => span(match, false)),
    ...foreignToTraditional(text).map(({ char, at }) => ({ from: at, to: at + char.length, alone: false })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);

const joins = (text: string, last: Sign, next: Sign): boolean =>
  next.from - last.to <= BRIDGE && !text.slice(last.to, next.from).includes('\n');

/** The runs that nobody can read, in order. It only looks: nothing is repaired, nothing guessed. */
export const damagedRuns = (text: string): readonly Run[] => {
  const runs: Sign[] = [];
  for (const sign of signs(text)) {
    const last = runs.at(-1);
    if (!last || !joins(text, last, sign)) runs.push(sign);
    else runs[runs.length - 1] = { from: last.from, to: Math.max(last.to, sign.to), alone: last.alone || sign.alone };
  }
  return runs
    .filter(({ alone }) => alone)
    .map(({ from, to }) => ({
      kind: /^[?\ufffd]+$/.test(text.slice(from, to)) ? 'lost-character' : 'mojibake',
      from,
      to,
    }));
};
