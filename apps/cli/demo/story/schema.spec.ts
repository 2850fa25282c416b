import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { documentOf } from '../document.js';
import { filesIn, filled, nameOf } from '../fill.js';
import { inputOf } from '../http-server.js';
import { story } from './index.js';

const schema = buildSchema(readFileSync(join(__dirname, '../../../api/schema.graphql'), 'utf8'));
const steps = story();

it.each([...new Set(steps.map(({ mutation }) => mutation))])('%s is a mutation of the committed schema', (mutation) => {
  expect(validate(schema, parse(documentOf(mutation)))).toEqual([]);
});

it.each(['zh', 'en'] as const)('every step says what the committed schema lets it say: %s', (language) => {
  const files = steps.flatMap(({ input }) => filesIn(input)).map(nameOf);
  const ids = new Map([...steps.map(({ name }) => name), ...files].map((name) => [name, name]));
  for (const step of steps) {
    const operation = getOperationAST(parse(documentOf(step.mutation)));
    const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], {
      input: inputOf(step, filled(step.input, ids, language)),
    });
    expect({ step: step.name, errors }).toEqual({ step: step.name, errors: undefined });
  }
});
