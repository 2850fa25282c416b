import type { Type } from '@nestjs/common';
import { Int } from '@nestjs/graphql';
import { Type as Nested } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, Max, Min, ValidateBy, ValidateNested } from './rules.js';
import { DateTime, instant } from '../output/date-time.scalar.js';
import type { EnumOf } from '../output/enum-of.js';
import { inputField, type FieldOptions } from './field-options.js';

const each = ({ list }: FieldOptions) => ({ each: list !== undefined });

/** One value of an enumeration made by `enumOf`. */
export const EnumField = (type: () => EnumOf<string>, options: FieldOptions): PropertyDecorator => {
  const values: readonly unknown[] = Object.values(type());
  const rules = [IsIn([...values], each(options))];
  return inputField(type, options, { check: (value) => values.includes(value), rules });
};

/** An instant, kept as its ISO 8601 text. */
export const InstantField = (options: FieldOptions): PropertyDecorator => {
  const check = (value: unknown) => instant(value) !== undefined;
  const defaultMessage = () => 'must be an instant in UTC 须为世界协调时时刻';
  const rules = [ValidateBy({ name: 'isInstant', validator: { validate: check, defaultMessage } }, each(options))];
  return inputField(() => DateTime, options, { check, rules });
};

/** A whole number between two bounds, both included. */
export const IntField = (min: number, max: number, options: FieldOptions): PropertyDecorator => {
  const least = { ...each(options), message: `must be at least ${String(min)} 不得小于 ${String(min)}` };
  const most = { ...each(options), message: `must be at most ${String(max)} 不得大于 ${String(max)}` };
  return inputField(() => Int, options, {
    check: (value) => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max,
    rules: [IsInt(each(options)), Min(min, least), Max(max, most)],
  });
};

/** A field that holds yes or no. */
export const FlagField = (options: FieldOptions): PropertyDecorator =>
  inputField(() => Boolean, options, {
    check: (value) => typeof value === 'boolean',
    rules: [IsBoolean(each(options))],
  });

/** A part with fields of its own, as another input class. */
export const PartField = (type: () => Type<object>, options: FieldOptions): PropertyDecorator =>
  inputField(type, options, {
    // Parts are made, field by field, before this is asked.
    check: (value) => value instanceof type(),
    part: type,
    rules: [ValidateNested(each(options)), Nested(type)],
  });
