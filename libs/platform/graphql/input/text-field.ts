import { Transform } from 'class-transformer';
import { ValidateBy } from './rules.js';
import { inputField, type FieldOptions } from './field-options.js';

export interface TextOptions extends FieldOptions {
  /** What the whole text must look like, for codes and digests. */
  readonly pattern?: RegExp;
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

/** A text of 1 to `max` characters (code points), tidied on its way in. */
export const TextField = (max: number, options: TextOptions): PropertyDecorator => {
  const { pattern, list } = options;
  const check = (value: unknown) => isText(value, max, pattern);
  const defaultMessage = () =>
    pattern
      ? `must be text that matches ${pattern.source} 格式不符`
      : `must be text of 1 to ${String(max)} characters 须为 1 至 ${String(max)} 个字符`;
  return inputField(() => String, options, {
    check,
    transform: tidied,
    rules: [
      Transform(({ value }: { value: unknown }) => tidied(value)),
      ValidateBy({ name: 'isText', validator: { validate: check, defaultMessage } }, { each: list !== undefined }),
    ],
  });
};
