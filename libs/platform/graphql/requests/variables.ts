import type { Text } from '#kernel';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { MAX_ERRORS } from '../errors/told.js';
import type { Fault } from './faults.js';
import { fitsLeaf, wordsOf } from './leaf-values.js';

type Values = Readonly<Record<string, unknown>>;

const MISSING: Text = { en: 'This is required and missing.', zh: '必填，缺失。' };
const UNKNOWN: Text = { en: 'There is no such field here.', zh: '此处没有该字段。' };
const NO_PART: Text = { en: 'Must be an object with fields.', zh: '须为含字段的对象。' };
const ONE_OF: Text = { en: 'Exactly one of the fields must be given.', zh: '须且只能填写其中一个字段。' };

const isGiven = (values: Values, name: string): boolean => Object.hasOwn(values, name) && values[name] !== undefined;

/** Thrown to leave the walk when enough was found. */
class Enough extends Error {}

/**
 * Checks variables against the types that an operation declares, before the GraphQL library would: it quotes the whole value in each of
 * its messages. Here nothing of a value is said but the way to it.
 */
class Walk {
  readonly faults: Fault[] = [];

  constructor(private readonly schema: GraphQLSchema) {}

  variable({ variable, type: named, defaultValue }: VariableDefinitionNode, given: Values): void {
    const name = variable.name.value;
    // Only input types pass validation.
    const type = typeFromAST(this.schema, named) as GraphQLInputType | undefined;
    if (type && (isGiven(given, name) || !defaultValue)) this.value(given[name], type, [name]);
  }

  private value(value: unknown, type: GraphQLInputType, at: readonly string[]): void {
    const isNothing = value === null || value === undefined;
    if (isNonNullType(type)) {
      if (isNothing) this.found(MISSING, at);
      else this.value(value, type.ofType, at);
    } else if (!isNothing) this.something(value, type, at);
  }

  private something(value: unknown, type: GraphQLInputType, at: readonly string[]): void {
    if (isListType(type)) this.list(value, type.ofType, at);
    else if (isInputObjectType(type)) this.part(value, type, at);
    // What is neither is a word or a plain value.
    else this.leaf(value, type, at);
  }

  /** One value stands for a list of one. */
  private list(value: unknown, of: GraphQLInputType, at: readonly string[]): void {
    if (!Array.isArray(value)) this.value(value, of, at);
    else value.forEach((item, index) => this.value(item, of, [...at, String(index)]));
  }

  private part(value: unknown, type: GraphQLInputObjectType, at: readonly string[]): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.found(NO_PART, at);
      return;
    }
    const given = value as Values;
    this.known(given, type, at);
    this.unknown(given, type, at);
    if (type.isOneOf && Object.values(given).filter((one) => one !== null).length !== 1) this.found(ONE_OF, at);
  }

  private known(given: Values, type: GraphQLInputObjectType, at: readonly string[]): void {
    for (const { name, type: of, defaultValue } of Object.values(type.getFields())) {
      if (isGiven(given, name) || defaultValue === undefined) this.value(given[name], of, [...at, name]);
    }
  }

  private unknown(given: Values, type: GraphQLInputObjectType, at: readonly string[]): void {
    const fields = type.getFields();
    for (const name of Object.keys(given)) if (!Object.hasOwn(fields, name)) this.found(UNKNOWN, [...at, name]);
  }

  private leaf(value: unknown, type: GraphQLLeafType, at: readonly string[]): void {
    if (isEnumType(type) ? typeof value !== 'string' || !type.getValue(value) : !fitsLeaf(value, type)) {
      this.found(wordsOf(type), at);
    }
  }

  private found(text: Text, at: readonly string[]): void {
    this.faults.push({ told: { code: 'BAD_USER_INPUT', text, at } });
    if (this.faults.length >= MAX_ERRORS) throw new Enough();
  }
}

/** What is wrong with the variables of an operation, at most so many things. */
export const variableFaults = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Values,
): readonly Fault[] => {
  const walk = new Walk(schema);
  try {
    for (const one of variableDefinitions) walk.variable(one, given);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return walk.faults;
};
