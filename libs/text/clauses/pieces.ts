import { numberOf, type NumberKind } from './number.js';

/** A stretch of a text. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Shorter parts beside a semicolon are one saying: 一分部署,九分落实;抓而不紧,等于白抓. */
const SAYING = 12;
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '(': ')', '《': '》', '「': '」' };

/** (一) is no remark in brackets. */
const isNumber = (line: string, at: number): boolean =>
  line.charAt(at) === '(' && numberOf(line.slice(at)) !== undefined;

/** For each place, whether it stands between marks that open and close in this line. */
const enclosed = (line: string): readonly boolean[] => {
  const inside = Array.from({ length: line.length }, () => false);
  for (let at = 0; at < line.length; at++) {
    const close = PAIRS[line.charAt(at)];
    const end = close === undefined || isNumber(line, at) ? -1 : line.indexOf(close, at);
    if (end < 0) continue;
    inside.fill(true, at, end + 1);
    at = end;
  }
  return inside;
};

/** Whether a quotation that ends here was a sentence of its own: 会议强调:“要严格管理。” */
const endsSpeech = (line: string, at: number): boolean => {
  const open = line.lastIndexOf('“', at);
  return line.charAt(at) === '”' && /[。!？]/.test(line.charAt(at - 1)) && line.charAt(open - 1) === ':';
};

const cuts = (line: string, mark: RegExp): readonly Piece[] => {
  const inside = enclosed(line);
  const ends: Piece[] = [];
  for (let at = 0; at < line.length; at++) {
    if (!inside[at] && mark.test(line.charAt(at))) ends.push({ from: at, to: at + 1 });
    else if (endsSpeech(line, at)) ends.push({ from: at + 1, to: at + 1 });
    // 一是…,二是… and 1.…2.… melt no items, whatever stands between them.
    else if (!inside[at] && at > 0 && startsItem(line, at)) ends.push({ from: at, to: at });
  }
  return ends;
};

/** Where an item may begin inside a line: behind a mark, or with a circled number. */
const BEGINS = /[,:、 ][(第一二三四五六七八九十\d]|.[①-⑳]/u;
const INSIDE: readonly (NumberKind | undefined)[] = ['bracketed', 'circled', 'digitsBracketed'];

/** Whether a numbered item begins inside a line without a full stop before it: …,二是…; or 强调六个方面:一是…. */
const startsItem = (line: string, at: number): boolean => {
  if (!BEGINS.test(line.slice(at - 1, at + 1))) return false;
  const rest = line.slice(at);
  const number = numberOf(rest);
  const first = line.charAt(at - 1) === ':' && number?.value === 1;
  return first || INSIDE.includes(number?.kind) || /^[二三四五六七八九]是/u.test(rest);
};

/** The parts of a stretch between marks, the marks left out. */
export const partsOf = (text: string, { from, to }: Piece, mark: RegExp): readonly Piece[] => {
  const ends = cuts(text.slice(from, to), mark);
  const starts = [0, ...ends.map((end) => end.to)];
  return starts
    .map((start, index) => ({ from: from + start, to: from + (ends[index]?.from ?? to - from) }))
    .map(({ from: start, to: end }) => ({
      from: start,
      to: start + text.slice(start, end).replace(/[,、;\s]+$/u, '').length,
    }))
    .filter((piece) => piece.from < piece.to);
};

const isShort = ({ from, to }: Piece): boolean => to - from < SAYING;

/** Joins a part that is too short to stand alone to the one before it; a numbered one always stands alone. */
export const sayings = (text: string, pieces: readonly Piece[]): readonly Piece[] =>
  pieces.reduce<readonly Piece[]>((done, piece) => {
    const last = done.at(-1);
    const apart = numberOf(text.slice(piece.from, piece.to)) !== undefined;
    if (!last || apart || (!isShort(last) && !isShort(piece))) return [...done, piece];
    return [...done.slice(0, -1), { from: last.from, to: piece.to }];
  }, []);
