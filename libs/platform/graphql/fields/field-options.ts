import { bilingual, type Text } from '#kernel';
import { applyDecorators } from '@nestjs/common';
import { Field, type ReturnTypeFunc } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional } from './rules.js';

/** What is said about an input field: its description in both languages, and how often it may occur. */
export interface FieldOptions extends Text {
  /** May be left out; null counts as left out. */
  readonly optional?: boolean;
  /** A list of at most so many. */
  readonly list?: number;
}

/** The schema field and the rules that every kind of input field shares; each kind adds its own. */
export const inputField = (
  type: ReturnTypeFunc,
  { en, zh, optional = false, list }: FieldOptions,
  ...rules: readonly PropertyDecorator[]
): PropertyDecorator => {
  const description = bilingual({ en, zh });
  const shape: ReturnTypeFunc = list === undefined ? type : (of) => [type(of)] as [never];
  return applyDecorators(
    Field(shape, { description, nullable: optional }),
    ...(optional ? [IsOptional()] : []),
    ...(list === undefined ? [] : [IsArray(), ArrayMaxSize(list)]),
    ...rules,
  );
};
