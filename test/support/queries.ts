import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { root } from './source-files.js';

/** An argument of a query that is an id, or a list of them. */
export interface IdArgument {
  readonly query: string;
  readonly argument: string;
  readonly list: boolean;
}

const schema = buildSchema(readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8'));
const queries: readonly GraphQLField<unknown, unknown>[] = Object.values(schema.getQueryType()?.getFields() ?? {});

/** Every argument of every query of the schema that is an id. */
export const idArguments = (): readonly IdArgument[] =>
  queries.flatMap(({ name, args }) =>
    args
      .filter(({ type }) => getNamedType(type).name === 'ID')
      .map((one) => ({ query: name, argument: one.name, list: isListType(getNullableType(one.type)) })),
  );

/** Everything that can be asked of a type without arguments, so many levels deep. */
const selection = (type: GraphQLNamedType, levels: number): string => {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .map((field): string | undefined => {
      const of = getNamedType(field.type);
      if (!isObjectType(of)) return field.name;
      const below = levels > 0 ? selection(of, levels - 1) : '';
      return below ? `${field.name} ${below}` : undefined;
    })
    .filter((one) => one !== undefined);
  return fields.length > 0 ? `{ ${fields.join(' ')} }` : '';
};

/** A query that gives this argument as `$id`, and asks for what the answer holds. */
export const queryWith = ({ query, argument, list }: IdArgument): string => {
  const field = queries.find(({ name }) => name === query);
  const answer = field ? selection(getNamedType(field.type), 2) : '';
  return `query ($id: ${list ? '[ID!]' : 'ID!'}) { ${query}(${argument}: $id) ${answer} }`;
};
