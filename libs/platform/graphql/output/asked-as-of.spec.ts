import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { askedAsOf } from './asked-as-of.js';

const asked = (document: string, key: string, variableValues: Record<string, unknown> = {}) => {
  const { definitions } = parse(document);
  const operation = definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  const fragments = Object.fromEntries(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const root = { prev: undefined, key, typename: 'Query' };
  const path = { prev: { prev: root, key: 'unit', typename: 'Thing' }, key: 'label', typename: 'Ref' };
  return askedAsOf({ operation, fragments, path, variableValues });
};

describe('the moment that a value is asked for', () => {
  it.each([
    ['none', '{ thing { unit { label } } }', undefined],
    ['a literal', '{ thing(asOf: " 12 ") { unit { label } } }', '12'],
    ['a variable', 'query ($at: String) { thing(asOf: $at) { unit { label } } }', '7'],
    ['null', '{ thing(asOf: null) { unit { label } } }', undefined],
    ['that of its own field', '{ other: thing(asOf: "1") { id } thing(asOf: "2") { id } }', '2'],
    ['in a fragment', 'query { ...all } fragment all on Query { ... { thing(asOf: "3") { id } } }', '3'],
  ])('%s', (_, document, expected) => {
    expect(asked(document, 'thing', { at: '7' })).toBe(expected);
  });

  it('goes by the name that the query gives', () => {
    expect(asked('{ then: thing(asOf: "1") { id } now: thing { id } }', 'then')).toBe('1');
    expect(asked('{ then: thing(asOf: "1") { id } now: thing { id } }', 'now')).toBeUndefined();
  });
});
