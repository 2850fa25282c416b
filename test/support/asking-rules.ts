import type { AskingRule } from '#access';
import { ruleOf, schemaOf } from '#platform/graphql';
import type { Type } from '@nestjs/common';
import { isObjectType } from 'graphql';
import { withLines } from './written-table.js';

/** Something that can be asked for, by its name in the schema, and the rule beside it. */
export interface Askable {
  readonly name: string;
  readonly rule: AskingRule | undefined;
}

const ROOTS = ['Query', 'Subscription', 'Mutation'];

/** The methods of a class, those that it inherits included. */
const methodsOf = (prototype: object | null): readonly (readonly [string, object])[] => {
  if (prototype === null || prototype === Object.prototype) return [];
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  const methods = own.flatMap(([name, { value }]) =>
    typeof value === 'function' && name !== 'constructor' ? [[name, value as object] as const] : [],
  );
  return [...methods, ...methodsOf(Object.getPrototypeOf(prototype) as object | null)];
};

const noted = (about: string, of: object): unknown => Reflect.getMetadata(`graphql:${about}`, of);

/** What a resolver answers, by the names that the schema gives it: from the first on, and fields that it finds out by itself. */
const answeredBy = (resolver: Type): readonly (readonly [string, object])[] =>
  methodsOf(resolver.prototype as object).flatMap(([method, handler]) => {
    const isField = noted('resolve_property', handler) === true;
    const of = isField ? noted('resolver_name', resolver) : noted('resolver_type', handler);
    const name = noted('resolver_name', handler);
    const field = typeof name === 'string' ? name : method;
    return typeof of === 'string' ? [[`${of}.${field}`, handler] as const] : [];
  });

/** Everything that the schema of these resolvers answers: what can be asked for first, and fields that are found out by themselves. */
export const askablesOf = async (resolvers: readonly Type[]): Promise<readonly Askable[]> => {
  const schema = await schemaOf(resolvers);
  const handlers = new Map(resolvers.flatMap(answeredBy));
  const first = ROOTS.flatMap((root) => {
    const type = schema.getType(root);
    return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${root}.${field}`) : [];
  });
  return [...new Set([...first, ...handlers.keys()])].map((name) => {
    const handler = handlers.get(name);
    return { name, rule: handler && ruleOf(handler) };
  });
};

/** The names of what nobody said who may ask for. */
export const unruled = (askables: readonly Askable[]): readonly string[] =>
  askables.filter(({ rule }) => rule === undefined).map(({ name }) => name);

const HEAD = '| who may ask | 谁可查询 | for |\n| --- | --- | --- |\n';

/** A text with the table in it of who may ask for what; what commands decide stands beside them, in the READMEs of the contexts. */
export const withAskables = (text: string, askables: readonly Askable[]): string => {
  const rows = new Map<string, readonly string[]>();
  for (const { name, rule } of askables) {
    if (!rule || rule.is === 'command') continue;
    const row = `| ${rule.says.en} | ${rule.says.zh} |`;
    rows.set(row, [...(rows.get(row) ?? []), `\`${name.replace('Query.', '')}\``]);
  }
  const lines = [...rows].map(([row, names]) => `${row} ${[...names].sort().join(', ')} |\n`);
  return withLines(text, HEAD, lines);
};
