import type { Text } from '#kernel';
import { Transform } from 'class-transformer';
import { expecting } from './expecting.js';
import { ValidateBy } from './rules.js';
import { inputField, type FieldOptions } from './field-options.js';

export interface TextOptions extends FieldOptions {
  /** What the whole text must look like, for codes and digests. */
  readonly pattern?: RegExp;
  /** Kept as it was sent, for what is hashed: not tidied on its way in. */
  readonly asSent?: true;
}

/** Control characters other than tab and line ends, and halves of characters: no text, and no database takes them. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Surrogate}/u;

/** One spelling for the same text: composed characters, no white space around it. */
export const tidy = (text: string): string => text.normalize('NFC').trim();

const tidied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidied);
  return typeof value === 'string' ? tidy(value) : value;
};

/** Whether a value is text of 1 to `max` characters, as people count them. */
export const isText = (value: unknown, max: number, pattern?: RegExp): boolean => {
  if (typeof value !== 'string' || FORBIDDEN.test(value)) return false;
  // No text has more characters than code units, so most need not be counted.
  const fits = value.length <= max || [...value].length <= max;
  return value !== '' && fits && (pattern?.test(value) ?? true);
};

/** What the text must be. Where it must have a form, the field's own label says which. */
const wordsOf = (max: number, { pattern, en, zh }: TextOptions): Text =>
  pattern
    ? { en: `Does not have the form that is asked for: ${en}`, zh: `格式不符合要求：${zh}` }
    : { en: `Must be text of 1 to ${String(max)} characters.`, zh: `须为 1 至 ${String(max)} 个字符的文本。` };

/** A text of 1 to `max` characters (code points), tidied on its way in. */
export const TextField = (max: number, options: TextOptions): PropertyDecorator => {
  const { pattern, list } = options;
  const check = (value: unknown) => isText(value, max, pattern);
  const transform = options.asSent ? (value: unknown) => value : tidied;
  const said = expecting(wordsOf(max, options), list !== undefined);
  return inputField(() => String, options, {
    check,
    transform,
    rules: [
      Transform(({ value }: { value: unknown }) => transform(value)),
      ValidateBy({ name: 'isText', validator: { validate: check } }, said),
    ],
  });
};
