import { bilingual, type Text } from '#kernel';
import { applyDecorators } from '@nestjs/common';
import { Field, type ReturnTypeFunc } from '@nestjs/graphql';
import { expecting } from './expecting.js';
import { recordField, type FieldPlan } from './input-plan.js';
import { ArrayMaxSize, IsArray, IsOptional } from './rules.js';

/** What is said about an input field: its description in both languages, and how often it may occur. */
export interface FieldOptions extends Text {
  /** It may be left out; null counts as left out. */
  readonly optional?: boolean;
  /** A list of at most this many. */
  readonly list?: number;
  /** What it is when it is left out. */
  readonly fallback?: number;
}

/** What one value of a field must be: for class-validator, which says what is wrong, and for the plan, which is quick. */
export interface ValueRules extends Omit<FieldPlan, 'isValid' | 'faultyItem'> {
  readonly check: (value: unknown) => boolean;
  readonly rules: readonly PropertyDecorator[];
}

/** The schema field and the rules that every kind of input field shares; each kind adds its own. */
export const inputField = (type: ReturnTypeFunc, options: FieldOptions, value: ValueRules): PropertyDecorator => {
  const { en, zh, optional = false, list, fallback } = options;
  const { check, rules, ...plan } = value;
  const description = bilingual({ en, zh });
  const shape: ReturnTypeFunc = list === undefined ? type : (of) => [type(of)] as [never];
  const planned: PropertyDecorator = (prototype, name) => {
    recordField(prototype, String(name), {
      ...plan,
      isValid: holds(options, check),
      faultyItem: faultyIn(list, check),
    });
  };
  return applyDecorators(
    fallback === undefined
      ? Field(shape, { description, nullable: optional })
      : Field(shape, { description, defaultValue: fallback }),
    ...(optional ? [IsOptional()] : []),
    ...(list === undefined ? [] : listRules(list)),
    ...rules,
    planned,
  );
};

const listRules = (most: number): readonly PropertyDecorator[] => {
  const said = expecting({
    en: `Must be a list of at most ${String(most)}.`,
    zh: `须为列表，最多 ${String(most)} 项。`,
  });
  return [IsArray(said), ArrayMaxSize(most, said)];
};

const faultyIn =
  (most: number | undefined, check: ValueRules['check']): NonNullable<FieldPlan['faultyItem']> =>
  (value) =>
    most !== undefined && Array.isArray(value) && value.length <= most ? value.findIndex((one) => !check(one)) : -1;

const holds = ({ optional, list }: FieldOptions, check: (value: unknown) => boolean): FieldPlan['isValid'] => {
  const isGiven =
    list === undefined
      ? check
      : (value: unknown) => Array.isArray(value) && value.length <= list && value.every((one) => check(one));
  return (value) => (value === undefined || value === null ? optional === true : isGiven(value));
};
