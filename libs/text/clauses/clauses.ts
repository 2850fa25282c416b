import { linesOf, type Line } from '../lines.js';
import type { NormalisedNotice } from '../normalise.js';
import { HEADS, breaks, STOP, LEAD_IN, TAIL, PRESENT, IN_A_PARAGRAPH, LISTS } from './clause-signs.js';
import { asks, isStressed, reports, tells } from './duty.js';
import { numberOf, type ItemNumber } from './number.js';
import { partsOf, sayings, type Piece } from './pieces.js';
import { speakerLength } from './speaker.js';
import { Tree, type Place } from './tree.js';

/** One requirement of a notice: a proposal for a clerk to accept or change, cut from the text word for word. */
export interface ClauseDraft extends Place {
  /** The number that the text gives the clause, as free text; empty where it gives none. */
  readonly number: string;
  /** Place among the clauses, from 1: numbers may repeat, jump or be missing (C12). */
  readonly order: number;
  /** Whether it is the heading of what stands below it, and asks nothing by itself. */
  readonly heading: boolean;
  readonly text: string;
  /** Where the text stands in the notice. */
  readonly from: number;
  readonly to: number;
}

type Read = Pick<NormalisedNotice, 'text' | 'flags'>;

interface Sentence extends Piece {
  readonly number: ItemNumber | undefined;
  readonly heading: boolean;
}

/** What keeps its length and place, but holds no mark to split at: nobody knows what stood in a damaged run. */
const withoutRuns = ({ text, flags }: Read): string =>
  flags.reduce((now, { from, to }) => now.slice(0, from) + '?'.repeat(to - from) + now.slice(to), text);

/** Who says it is in the kept text; a clause begins with what is asked. */
const withoutSpeaker = (text: string, { from, to }: Piece): Piece => ({
  from: from + speakerLength(text.slice(from, to)),
  to,
});

const isHeading = (number: ItemNumber | undefined, words: string): boolean =>
  number !== undefined && HEADS.includes(number.kind) && !breaks(number.kind).test(words) && !asks(words);

/** (一)消防安全。…: a name of what follows, with the days in brackets that it may have. */
const NAMES = /^\p{Script=Han}{0,8}(?:安全|阶段|范围|重点|目标|任务|步骤|原则|对象|内容|时间|分工)(?:\([^()]*\))?$/u;

const cutAt = (text: string, { from, to }: Piece, line: Line): Sentence => {
  const number = numberOf(text.slice(from, to));
  const start = from + (number ? number.words.length : 0);
  const words = text.slice(start, to);
  const said = from === line.from ? speakerLength(words) : 0;
  const spaces = words.slice(said).search(/[^ ]|$/);
  return {
    number,
    heading: isHeading(number, words) && (line.to === to || NAMES.test(words)),
    from: start + said + spaces,
    to,
  };
};

/** What is numbered is kept unless it only tells something; the rest where it asks. */
const isKept = (text: string, { number, from, to }: Sentence): boolean => {
  const words = text.slice(from, to);
  return words !== '' && (number ? !tells(words) : isAsked(words));
};

const isQuestion = (text: string, { to }: Piece): boolean => text.charAt(to) === '？';

const sentencesOf = (text: string, line: Line): readonly Sentence[] => {
  const [first, ...others] = partsOf(text, line, STOP);
  if (!first) return [];
  return [withoutSpeaker(text, first), ...others]
    .filter((sentence) => !isQuestion(text, sentence))
    .flatMap((sentence) => sayings(text, partsOf(text, sentence, /;/)))
    .map((piece) => cutAt(text, piece, line))
    .filter((sentence) => isKept(text, sentence));
};

/** 要做到: only introduces; 各级要落实责任,做到: asks, too. */
const introduces = (sentence: string): boolean =>
  LEAD_IN.test(sentence) || (sentence.endsWith(':') && !(sentence.includes(',') && asks(sentence)));

const isAsked = (sentence: string): boolean => !reports(sentence) && !introduces(sentence);

const isTitle = (line: string): boolean =>
  !/[。;!]/.test(line) && numberOf(line) === undefined && line.length < 60 && !line.startsWith('请');

const isAside = (line: string): boolean => TAIL.test(line) || PRESENT.test(line);

const isAsking = ({ text }: Line, led: boolean): boolean => {
  if (isAside(text)) return false;
  if (!IN_A_PARAGRAPH.includes(numberOf(text)?.kind)) return true;
  return !isTitle(text) && (led || LISTS.test(text) || isStressed(text) || asks(text));
};

/** The lines that ask for something: those between the lead-in and the attachments, or those that say so. */
const askingLines = (text: string): readonly Line[] => {
  let [led, ended] = [false, false];
  return linesOf(text).filter((line) => {
    ended = TAIL.test(line.text) || (ended && !/[。;]$/.test(line.text));
    const leads = LEAD_IN.test(line.text);
    const asking = !ended && isAsking(line, led && !leads);
    led = (led || leads) && !ended;
    return asking;
  });
};

/** A heading with nothing below it is what is asked itself. */
const heads = ({ order }: ClauseDraft, clauses: readonly ClauseDraft[]): boolean =>
  clauses.some(({ parent }) => parent === order);

/**
 * The requirements of a normalised notice, in the order of the text and as the tree that its numbers make: every sentence, or part
 * between semicolons, of the paragraphs that ask for something, and the headings above them. Each `text` is exactly what stands from
 * `from` to `to`.
 */
export const draftClauses = (notice: Read): readonly ClauseDraft[] => {
  const text = withoutRuns(notice);
  const tree = new Tree();
  const clauses: ClauseDraft[] = [];
  for (const line of askingLines(text)) {
    if (!numberOf(line.text)) tree.newParagraph();
    for (const { number, heading, from, to } of sentencesOf(text, line)) {
      const order = clauses.length + 1;
      const words = notice.text.slice(from, to);
      clauses.push({
        number: number?.words ?? '',
        order,
        heading,
        text: words,
        from,
        to,
        ...tree.place(number, order),
      });
    }
  }
  return clauses.map((clause) => ({ ...clause, heading: clause.heading && heads(clause, clauses) }));
};
