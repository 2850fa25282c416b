import { valueOf } from '../date/numerals.js';

/** The ways a text numbers what it asks, from the widest to the narrowest that is usual. */
export type NumberKind =
  'chapter' | 'article' | 'comma' | 'bracketed' | 'dotted' | 'digitsBracketed' | 'circled' | 'ordinal' | 'item';

/** The number at the beginning of a sentence. */
export interface ItemNumber {
  readonly kind: NumberKind;
  /** The number as the text writes it, its mark included. */
  readonly words: string;
  readonly value: number;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** `1.2022年…` is item 1 and a year, `3.5月1日` item 3 and a day; `1.5米` is a measure. */
const DOTTED = /^(?<value>\d{1,2})(?:[.、](?!\d)|\.(?=\d{4} *年|\d{1,2}月\d{1,2}日)|、(?=\d))/u;

const KINDS: readonly (readonly [NumberKind, RegExp])[] = [
  ['chapter', new RegExp(`^第(?<value>${HAN}|\\d{1,3})[章节编部](?!分) *`, 'u')],
  ['article', new RegExp(`^第(?<value>[一二三四五六七八九十百零]{1,6}|\\d{1,3})[条款项](?!规定|措施) *[,:、]?`, 'u')],
  ['comma', new RegExp(`^(?<value>${HAN})、(?=.)`, 'u')],
  ['bracketed', new RegExp(`^\\((?<value>${HAN})\\)、?`, 'u')],
  ['dotted', DOTTED],
  ['digitsBracketed', /^\((?<value>\d{1,2})\)|^(?<half>\d{1,2})\)/u],
  ['circled', new RegExp(`^(?<value>[${CIRCLED}])`, 'u')],
  ['ordinal', new RegExp(`^第(?<value>${HAN})[,、](?=.)`, 'u')],
  ['item', new RegExp(`^(?<value>${HAN})(?:是|要|,)(?=.)`, 'u')],
];

const counted = (written: string): number => {
  const circle = CIRCLED.indexOf(written);
  return circle < 0 ? valueOf(written) : circle + 1;
};

/** The number that a sentence begins with, if any: seen before any date or measure that follows it. */
export const numberOf = (sentence: string): ItemNumber | undefined => {
  for (const [kind, pattern] of KINDS) {
    const [words, ...written] = pattern.exec(sentence) ?? [];
    if (words !== undefined) return { kind, words, value: counted(written.find((part) => part) ?? '') };
  }
  return undefined;
};
