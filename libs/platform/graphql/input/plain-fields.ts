import type { Type } from '@nestjs/common';
import { Int } from '@nestjs/graphql';
import { Type as Nested } from 'class-transformer';
import { expecting } from './expecting.js';
import { IsBoolean, IsIn, IsInt, Max, Min, ValidateBy, ValidateNested } from './rules.js';
import { AN_INSTANT, DateTime, instant } from '../output/date-time.scalar.js';
import type { EnumOf } from '../output/enum-of.js';
import { inputField, type FieldOptions } from './field-options.js';

const saying = ({ list }: FieldOptions, en: string, zh: string) => expecting({ en, zh }, list !== undefined);

/** One value of an enumeration made by `enumOf`. */
export const EnumField = (type: () => EnumOf<string>, options: FieldOptions): PropertyDecorator => {
  const values: readonly unknown[] = Object.values(type());
  const rules = [
    IsIn([...values], saying(options, 'Must be one of the words that are listed for it.', '须为所列取值之一。')),
  ];
  return inputField(type, options, { check: (value) => values.includes(value), rules });
};

/** An instant, kept as its ISO 8601 text. */
export const InstantField = (options: FieldOptions): PropertyDecorator => {
  const check = (value: unknown) => instant(value) !== undefined;
  const said = saying(options, AN_INSTANT.en, AN_INSTANT.zh);
  const rules = [ValidateBy({ name: 'isInstant', validator: { validate: check } }, said)];
  return inputField(() => DateTime, options, { check, rules });
};

/** A whole number between two bounds, both included. */
export const IntField = (min: number, max: number, options: FieldOptions): PropertyDecorator => {
  const [least, most] = [String(min), String(max)];
  const said = saying(options, `Must be a whole number from ${least} to ${most}.`, `须为 ${least} 至 ${most} 的整数。`);
  return inputField(() => Int, options, {
    check: (value) => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max,
    rules: [IsInt(said), Min(min, said), Max(max, said)],
  });
};

/** A field that holds yes or no. */
export const FlagField = (options: FieldOptions): PropertyDecorator =>
  inputField(() => Boolean, options, {
    check: (value) => typeof value === 'boolean',
    rules: [IsBoolean(saying(options, 'Must be true or false.', '须为 true 或 false。'))],
  });

/** A part with fields of its own, as another input class. */
export const PartField = (type: () => Type<object>, options: FieldOptions): PropertyDecorator =>
  inputField(type, options, {
    // Parts are made, field by field, before this is asked.
    check: (value) => value instanceof type(),
    part: type,
    rules: [ValidateNested(saying(options, 'Must be an object with fields.', '须为含字段的对象。')), Nested(type)],
  });
