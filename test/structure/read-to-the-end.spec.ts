import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
} from 'graphql';
import { projectFiles, read } from '../support/source-files.js';

const schema = buildSchema(read('apps/api/schema.graphql'), { assumeValid: true });
const documents = projectFiles(/^apps\/console\/src\/.*\.tsx?$/).flatMap((path) =>
  [...read(path).matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text = '']) => ({ path, text })),
);

/** The names below a field, each with that of what it stands in. */
const namesBelow = ({ selectionSet }: FieldNode, above = ''): readonly string[] =>
  (selectionSet?.selections ?? []).flatMap((one) => {
    if (one.kind !== Kind.FIELD) return [];
    return [`${above}${one.name.value}`, ...namesBelow(one, `${one.name.value}.`)];
  });

/**
 * What each list that a document asks for lacks to be read to its end, or to say that it is not. Where words have to be given, more
 * of them find what was not among the first.
 */
const lacksIn = (text: string): readonly string[] => {
  const lacks: string[] = [];
  const types = new TypeInfo(schema);
  const isSearched = ({ arguments: given }: FieldNode) =>
    text.includes('$text: String!') && given?.some(({ name }) => name.value === 'text') === true;
  const Field = (field: FieldNode) => {
    const type = getNamedType(types.getType());
    if (!isObjectType(type) || !('pageInfo' in type.getFields()) || isSearched(field)) return;
    const asked = namesBelow(field);
    const isPaged = field.arguments?.some(({ name }) => name.value === 'after') === true;
    if (!asked.includes('pageInfo.hasNextPage')) lacks.push(`${field.name.value}: whether there are more`);
    if (isPaged !== asked.includes('pageInfo.endCursor')) lacks.push(`${field.name.value}: where the next page begins`);
  };
  visit(parse(text), visitWithTypeInfo(types, { Field }));
  return lacks;
};

describe('lists that the console asks for', () => {
  it('tell whether there are more, and are asked for these from where they ended', () => {
    const lacks = documents.flatMap(({ path, text }) => lacksIn(text).map((lack) => `${path} ${lack}`));
    expect(lacks).toEqual([]);
    expect(documents.length).toBeGreaterThan(30);
  });

  it('are told apart: one of the first only, one that says so, one that is read on', () => {
    const list = (of: string, args = '') => lacksIn(`{ persons(first: 5${args}) { ${of} edges { node { id } } } }`);
    expect(list('')).toEqual(['persons: whether there are more']);
    expect(list('pageInfo { hasNextPage }')).toEqual([]);
    expect(list('pageInfo { hasNextPage endCursor }', ', after: "5"')).toEqual([]);
    const searched = 'query Q($text: String!) { persons(first: 5, text: $text) { edges { node { id } } } }';
    expect([lacksIn(searched), lacksIn(searched.replace('!', ''))]).toEqual([[], list('')]);
    expect(list('pageInfo { hasNextPage }', ', after: "5"')).toEqual(['persons: where the next page begins']);
  });
});
