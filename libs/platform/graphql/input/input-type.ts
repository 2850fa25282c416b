import type { Field, Holding, Part } from '#kernel';
import type { Type } from '@nestjs/common';
import { InputType } from '@nestjs/graphql';
import { classNamed } from '../class-named.js';
import { enumTypeOf } from '../output/enum-of.js';
import type { FieldOptions } from './field-options.js';
import { IdField } from './id-field.js';
import { EnumField, FlagField, InstantField, IntField, PartField } from './plain-fields.js';
import { TextField } from './text-field.js';

const made = new WeakMap<Part, Type<object>>();

/** The input class of a part, made once: `Measure` becomes `MeasureInput`. */
export const inputTypeOf = (part: Part): Type<object> => {
  const known = made.get(part) ?? make(part);
  made.set(part, known);
  return known;
};

const make = ({ name, fields }: Part): Type<object> => {
  const type = classNamed(name);
  declareFields(type, fields);
  InputType(`${name}Input`)(type);
  return type;
};

/** Gives a class these fields, as if each were written with its decorators. */
export const declareFields = (type: Type<object>, fields: Part['fields']): void => {
  for (const [name, field] of Object.entries(fields)) {
    // class-transformer looks at the property's own type to tell lists from single values.
    Reflect.defineMetadata('design:type', field.list ? Array : Object, type.prototype as object, name);
    decoratorOf(name, field)(type.prototype as object, name);
  }
};

const optionsOf = (name: string, { label, optional: isOptional, list }: Field): FieldOptions => {
  const optional = isOptional === true;
  if (!list) return { ...label, optional };
  if (list.most === undefined) throw new TypeError(`an input's list says how many it may have: ${name}`);
  return { ...label, optional, list: list.most };
};

type Decorators = {
  readonly [K in Holding['is']]?: (holds: Extract<Holding, { is: K }>, options: FieldOptions) => PropertyDecorator;
};

const decorators: Decorators = {
  text: ({ max, pattern, asSent }, options) =>
    TextField(max, { ...options, ...(pattern && { pattern }), ...(asSent && { asSent }) }),
  id: ({ kind }, options) => IdField(kind, options),
  int: ({ min, max }, options) => IntField(min, max, options),
  instant: (_, options) => InstantField(options),
  flag: (_, options) => FlagField(options),
  word: ({ of }, options) => {
    const words = enumTypeOf(of);
    return EnumField(() => words, options);
  },
  part: ({ of }, options) => {
    const part = inputTypeOf(of);
    return PartField(() => part, options);
  },
};

const decoratorOf = (name: string, field: Field): PropertyDecorator => {
  const decorator = decorators[field.holds.is];
  if (!decorator) throw new TypeError(`no input holds what rows do: ${name}`);
  // The entry for what this field holds.
  return decorator(field.holds as never, optionsOf(name, field));
};
