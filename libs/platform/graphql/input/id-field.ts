import { isAnyId, isId } from '#kernel';
import { ID } from '@nestjs/graphql';
import { ValidateBy } from './rules.js';
import { inputField, type FieldOptions } from './field-options.js';

/** Which things an id may name: one kind, one of several kinds, or anything (`any`). */
export type Kinds = string | readonly string[];

/** Whether a value is an id of one of these kinds. */
export const isIdOf = (kinds: Kinds, value: unknown): boolean => {
  if (kinds === 'any') return isAnyId(value);
  return typeof kinds === 'string' ? isId(kinds, value) : kinds.some((kind) => isId(kind, value));
};

/** How such an id is written, for messages. */
export const idForm = (kinds: Kinds): string =>
  [kinds]
    .flat()
    .map((kind) => `${kind === 'any' ? 'kind' : kind}-<uuid>`)
    .join(' | ');

/** The id of a thing of this kind (or one of these): the kind, a dash, a UUID in lower case. */
export const IdField = (kinds: Kinds, options: FieldOptions): PropertyDecorator => {
  const check = (value: unknown) => isIdOf(kinds, value);
  const defaultMessage = () => `must be an id of the form ${idForm(kinds)} 编号格式须为 ${idForm(kinds)}`;
  const each = { each: options.list !== undefined };
  const rules = [ValidateBy({ name: 'isIdOf', validator: { validate: check, defaultMessage } }, each)];
  return inputField(() => ID, options, { check, rules });
};
