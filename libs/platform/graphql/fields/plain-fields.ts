import type { Type } from '@nestjs/common';
import { Int } from '@nestjs/graphql';
import { Type as Nested } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, Max, Min, ValidateBy, ValidateNested } from './rules.js';
import { DateTime, instant } from '../date-time.scalar.js';
import type { EnumOf } from '../enum-of.js';
import { inputField, type FieldOptions } from './field-options.js';

const each = ({ list }: FieldOptions) => ({ each: list !== undefined });

/** One value of an enumeration made by `enumOf`. */
export const EnumField = (type: () => EnumOf<string>, options: FieldOptions): PropertyDecorator =>
  inputField(type, options, IsIn(Object.values(type()), each(options)));

/** An instant, kept as its ISO 8601 text. */
export const InstantField = (options: FieldOptions): PropertyDecorator =>
  inputField(
    () => DateTime,
    options,
    ValidateBy(
      {
        name: 'isInstant',
        validator: {
          validate: (value: unknown) => instant(value) !== undefined,
          defaultMessage: () => 'must be an instant in UTC 须为世界协调时时刻',
        },
      },
      each(options),
    ),
  );

/** A whole number between two bounds, both included. */
export const IntField = (min: number, max: number, options: FieldOptions): PropertyDecorator =>
  inputField(() => Int, options, IsInt(each(options)), Min(min, each(options)), Max(max, each(options)));

/** Yes or no. */
export const FlagField = (options: FieldOptions): PropertyDecorator =>
  inputField(() => Boolean, options, IsBoolean(each(options)));

/** A part with fields of its own, as another input class. */
export const PartField = (type: () => Type<object>, options: FieldOptions): PropertyDecorator =>
  inputField(type, options, ValidateNested(each(options)), Nested(type));
