import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { EXAMPLES } from './examples.js';

const schema = buildSchema(readFileSync(join(__dirname, 'schema.graphql'), 'utf8'));

describe('the examples of the playground', () => {
  it.each(EXAMPLES.map(({ query, variables = '{}' }) => ({ query, variables })))(
    'fit the schema, variables included: $query',
    ({ query, variables }) => {
      const document = parse(query);
      expect(validate(schema, document)).toEqual([]);
      const declared = getOperationAST(document)?.variableDefinitions ?? [];
      const given = JSON.parse(variables) as Record<string, unknown>;
      expect(getVariableValues(schema, declared, given).errors).toBeUndefined();
    },
  );
});
