import { bilingual } from '#kernel';
import { Args, ID } from '@nestjs/graphql';
import { badInput } from '../errors/app-error.js';
import { idWords, isIdOf, type Kinds } from './id-field.js';
import type { FieldOptions } from './field-options.js';

const checked = (kinds: Kinds) => (value: unknown, at: readonly string[]) => {
  if (!isIdOf(kinds, value)) throw badInput(idWords(kinds), ...at);
};

/** An argument that is the id of a thing of this kind (or one of these); `list` takes up to so many. */
export const IdArg = (name: string, kinds: Kinds, options: FieldOptions): ParameterDecorator => {
  const { optional = false, list } = options;
  const check = checked(kinds);
  const transform = (value: unknown): unknown => {
    if (value === undefined || value === null) return undefined;
    if (list === undefined || !Array.isArray(value)) check(value, [name]);
    else {
      if (value.length > list) {
        throw badInput({ en: `At most ${String(list)} ids.`, zh: `最多 ${String(list)} 个编号。` }, name);
      }
      value.forEach((item, index) => check(item, [name, String(index)]));
    }
    return value;
  };
  return Args(
    name,
    { type: () => (list === undefined ? ID : [ID]), nullable: optional, description: bilingual(options) },
    { transform },
  );
};
