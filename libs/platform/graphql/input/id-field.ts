import { isAnyId, isId, type Text } from '#kernel';
import { ID } from '@nestjs/graphql';
import { expecting } from './expecting.js';
import { ValidateBy } from './rules.js';
import { inputField, type FieldOptions } from './field-options.js';

/** Which things an id may name: one kind, one of several kinds, or anything (`any`). */
export type Kinds = string | readonly string[];

/** Whether a value is an id of one of these kinds. */
export const isIdOf = (kinds: Kinds, value: unknown): boolean => {
  if (kinds === 'any') return isAnyId(value);
  return typeof kinds === 'string' ? isId(kinds, value) : kinds.some((kind) => isId(kind, value));
};

/** What such an id must be, for messages. */
export const idWords = (kinds: Kinds): Text => {
  const begins = [kinds].flat().filter((kind) => kind !== 'any');
  if (begins.length === 0) return { en: 'Must be an id as this system gives them out.', zh: '须为本系统给出的编号。' };
  const [en, zh] = [' or ', ' 或 '].map((or) => begins.map((kind) => `${kind}-…`).join(or));
  return { en: `Must be an id that was given out here: ${en ?? ''}`, zh: `须为本系统给出的编号：${zh ?? ''}` };
};

/** The id of a thing of this kind (or one of these): the kind, a dash, a UUID in lower case. */
export const IdField = (kinds: Kinds, options: FieldOptions): PropertyDecorator => {
  const check = (value: unknown) => isIdOf(kinds, value);
  const said = expecting(idWords(kinds), options.list !== undefined);
  const rules = [ValidateBy({ name: 'isIdOf', validator: { validate: check } }, said)];
  return inputField(() => ID, options, { check, rules });
};
