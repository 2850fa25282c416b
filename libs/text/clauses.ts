import type { NormalisedNotice } from './normalise.js';

/** One requirement of a notice: a proposal for a clerk to accept or change, cut from the text word for word. */
export interface ClauseDraft {
  /** The number that the text gives the clause, as free text; empty where it gives none. */
  readonly number: string;
  /** Place among the clauses, from 1: numbers may repeat, jump or be missing (C12). */
  readonly order: number;
  readonly text: string;
  /** Where the text stands in the notice. */
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Who says it is in the kept text; a clause begins with what is asked. */
const SPEAKER = /^(?!要)\p{Script=Han}{1,8}(?:强调|指出|要求),/u;
/** A paragraph that asks for something: somebody stresses it, or one of its sentences begins with what must be. */
const ASKING = /(?:强调|要求),|(?:^|。|指出,)[^。,]{0,20}(?:要|必须)/;
/** In such a paragraph, a sentence about how things stand. */
const REPORT = /以来,|情况看,/;
const NUMBER =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:是|要|、|,)(?=.)|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))/;
/** Shorter parts beside a semicolon are one saying: 一分部署,九分落实;抓而不紧,等于白抓. */
const SAYING = 12;

const piecesOf = (text: string, { from, to }: Piece, mark: RegExp): Piece[] => {
  const marks = [...text.slice(from, to).matchAll(mark)].map(({ index }) => from + index);
  return [...marks, to]
    .map((end, place) => ({ from: (marks[place - 1] ?? from - 1) + 1, to: end }))
    .filter((piece) => piece.to > piece.from);
};

const isShort = ({ from, to }: Piece): boolean => to - from < SAYING;

/** Joins a part that is too short to stand alone to the one before it. */
const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1);
    if (!last || (!isShort(last) && !isShort(piece))) return [...done, piece];
    return [...done.slice(0, -1), { from: last.from, to: piece.to }];
  }, []);

/** The clause in a piece of text, without the words that only introduce it. */
const clauseIn = (text: string, { from, to }: Piece): Omit<ClauseDraft, 'order'> => {
  const said = from + (SPEAKER.exec(text.slice(from, to))?.[0].length ?? 0);
  const number = NUMBER.exec(text.slice(said, to))?.[0] ?? '';
  const start = said + number.length;
  return { number, text: text.slice(start, to), from: start, to };
};

/** What keeps its length and place, but holds no mark to split at: nobody knows what stood in a damaged run. */
const withoutRuns = ({ text, flags }: Pick<NormalisedNotice, 'text' | 'flags'>): string =>
  flags.reduce((now, { from, to }) => now.slice(0, from) + '?'.repeat(to - from) + now.slice(to), text);

/**
 * The requirements of a normalised notice, in the order of the text: every sentence, or part between semicolons, of the paragraphs
 * that ask for something. Each `text` is exactly what stands from `from` to `to`.
 */
export const draftClauses = (notice: Pick<NormalisedNotice, 'text' | 'flags'>): readonly ClauseDraft[] => {
  const text = withoutRuns(notice);
  const within = ({ from, to }: Piece) => text.slice(from, to);
  return piecesOf(text, { from: 0, to: text.length }, /\n/g)
    .filter((paragraph) => ASKING.test(within(paragraph)))
    .flatMap((paragraph) => piecesOf(text, paragraph, /。/g))
    .filter((sentence) => !REPORT.test(within(sentence)))
    .flatMap((sentence) => joined(piecesOf(text, sentence, /;/g)))
    .map((piece) => clauseIn(notice.text, piece))
    .filter(({ text: asked }) => asked !== '')
    .map((clause, index) => ({ ...clause, order: index + 1 }));
};
