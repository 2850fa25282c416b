import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { start, type Answer, type Started } from '../testing/start.js';

const ID = 'thing-00000000-0000-4000-8000-000000000001';
const MAKE = 'mutation M($input: MakeThing!) { makeThing(input: $input) { __typename } }';
const RECORDED = `subscription { recorded(ids: ["${ID}"]) { id } }`;
const input = { commandId: 'x', occurredAt: '2022-03-31T09:00:00Z', name: 'door', colour: 'red' };
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** Everything that can be wrong with a request, by the code that says so. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ['BAD_REQUEST', 'a subscription over POST', JSON.stringify({ query: RECORDED })],
  ['BAD_REQUEST', 'no object', '[]'],
  ['BAD_REQUEST', 'no JSON', '{'],
  ['BAD_REQUEST', 'a key that would change every object', '{"__proto__": {"query": "{ __typename }"}}'],
  ['BAD_REQUEST', 'no document', '{}'],
  ['BAD_REQUEST', 'several operations', JSON.stringify([{ query: '{ __typename }' }])],
  ['BAD_REQUEST', 'variables that are none', JSON.stringify({ query: '{ __typename }', variables: [1] })],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'a digest', JSON.stringify({ extensions: { persistedQuery: { version: 1 } } })],
  [
    'OPERATION_RESOLUTION_FAILURE',
    'no such operation',
    JSON.stringify({ query: '{ a: __typename }', operationName: 'B' }),
  ],
  ['GRAPHQL_PARSE_FAILED', 'a document that ends early', JSON.stringify({ query: '{ thing(id: "' })],
  ['GRAPHQL_PARSE_FAILED', 'half a character', '{"query": "{ thing(id: \\"\\ud800\\") { id } }"}'],
  ['GRAPHQL_VALIDATION_FAILED', 'a field that is not there', JSON.stringify({ query: '{ thingz { id } }' })],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'a number out of all bounds',
    JSON.stringify({ query: `{ things(first: 1${'0'.repeat(400)}) { edges { cursor } } }` }),
  ],
  [
    'TOO_DEEP',
    'brackets in brackets',
    JSON.stringify({ query: `{ things(after: ${nested(950)}) { edges { cursor } } }` }),
  ],
  ['TOO_DEEP', 'brackets that never close', JSON.stringify({ query: `{ things(after: ${'['.repeat(5_000)}` })],
  [
    'BAD_USER_INPUT',
    'lists in lists where text belongs',
    `{"query": "query Q($a: String) { things(after: $a) { edges { cursor } } }", "variables": {"a": ${nested(5_000)}}}`,
  ],
  [
    'BAD_USER_INPUT',
    'lists in lists where a part belongs',
    JSON.stringify({ query: MAKE, variables: { input: { ...input, parts: 0 } } }).replace(
      '"parts":0',
      `"parts":${nested(5_000)}`,
    ),
  ],
  [
    'BAD_USER_INPUT',
    'fifty wrong values',
    JSON.stringify({ query: MAKE, variables: { input: { ...input, others: Array(50).fill(true) } } }),
  ],
  [
    'BAD_USER_INPUT',
    'null for a variable with a default',
    '{"query": "query Q($n: Int = 1) { things(first: $n) { edges { cursor } } }", "variables": {"n": null}}',
  ],
  ['BAD_USER_INPUT', 'an id in white space', JSON.stringify({ query: `{ thing(id: "\u3000${ID}\\n") { id } }` })],
  [
    'BAD_USER_INPUT',
    'a moment in the year 0',
    JSON.stringify({ query: `{ thing(id: "${ID}", asOf: "0000-01-01T00:00:00Z") { id } }` }),
  ],
];

const HAN = /\p{Script=Han}/u;

describe.each([
  ['development', false],
  ['production', true],
])('a request in which something is wrong, in %s', (_, production) => {
  let api: Started;
  beforeAll(async () => {
    api = await start(production);
  });
  afterAll(() => api.app.close());

  const post = async (body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token()}`, ...headers },
      body,
    });
  const errorsIn = async (response: Response) => ((await response.json()) as Answer).errors ?? [];

  it.each(WRONG)('F5: answers %s to %s, in the reader’s language, without names', async (code, _name, body) => {
    const response = await post(body);
    const errors = await errorsIn(response);
    const chinese = await errorsIn(await post(body, { 'accept-language': 'zh-CN' }));

    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(errors.map(() => code));
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(message).not.toMatch(HAN);
    for (const { message } of chinese) expect(message).toMatch(HAN);
    for (const { message } of errors)
      expect(message).not.toMatch(/[\^\\\]]|\bThing|MakeThing|Syntax|Apollo|GraphQL|graphql|\w!/);
    if (production) expect(JSON.stringify(errors)).not.toMatch(/original|Did you mean/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is refused by method, by address and by kind of content in the reader’s language, too', async () => {
    const authorization = `Bearer ${await api.token()}`;
    const headers = { authorization, 'accept-language': 'zh' };
    const answers = await Promise.all([
      fetch(`${api.url}/graphql?query=%7B__typename%7D`, {
        headers: { ...headers, 'content-type': 'application/json' },
      }),
      fetch(`${api.url}/secret-place`, { headers }),
      fetch(`${api.url}/graphql`, { method: 'PUT', headers, body: '{}' }),
      fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/plain' },
        body: '{}',
      }),
      fetch(`${api.url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'image/png' }, body: '{}' }),
      fetch(`${api.url}/graphql`, { method: 'POST', headers: { ...headers, authorization: 'Bearer no' }, body: '{}' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 404, 400, 415, 401]);
    for (const answer of answers) {
      const text = await answer.clone().text();
      expect(text).not.toMatch(/secret-place|statusCode|FST_|Cannot/);
      for (const { message } of await errorsIn(answer)) expect(message).toMatch(HAN);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it(production ? 'finds no playground' : 'has a playground beside it', async () => {
    expect((await fetch(`${api.url}/graphiql`)).status).toBe(production ? 404 : 200);
  });
});
