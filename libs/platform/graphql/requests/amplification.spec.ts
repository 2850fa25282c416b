import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ask, start, type Answer, type Started } from '../testing/start.js';

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const LONG = 'Z'.repeat(550_000);
const MAKE = 'mutation M($input: MakeThing!) { makeThing(input: $input) { __typename } }';

/** What one answer may weigh, whatever was asked. */
const MOST_BYTES = 16 * 1024;

const attacks: readonly (readonly [string, string, object])[] = [
  [
    'an operation name of 900,000 characters and 300 unused variables',
    `query ${'Z'.repeat(500_000)}(${times(300, (index) => `$v${String(index)}: Int`)}) { __typename }`,
    {},
  ],
  [
    'a long operation name within the document limit and 300 unused variables',
    `query ${'Z'.repeat(25_000)}(${times(300, (index) => `$v${String(index)}: Int`)}) { __typename }`,
    {},
  ],
  [
    '300 unused variables with names as long as they may be',
    `query ${'Z'.repeat(100)}(${times(300, (index) => `$${String(index).padStart(3, 'Z')}${'Z'.repeat(90)}: Int`)}) { __typename }`,
    {},
  ],
  [
    '200 unknown fields beside one long text',
    MAKE,
    {
      input: { name: LONG, ...Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`Z${String(index)}`, 1])) },
    },
  ],
  ['an unknown field with a long name', MAKE, { input: { [LONG]: 1 } }],
  ['a long word of an enumeration', MAKE, { input: { colour: LONG } }],
  ['a long text where a part belongs', MAKE, { input: { parts: [LONG, LONG.slice(0, 1000)] } }],
  ['a long list of wrong values', MAKE, { input: { others: Array.from({ length: 50_000 }, () => true) } }],
  ['a long text where a number belongs', 'query Q($n: Int!) { things(first: $n) { edges { cursor } } }', { n: LONG }],
  ['300 fields that are not there', `{ ${times(300, (index) => `Z${String(index)}${'Z'.repeat(50)}`)} }`, {}],
  ['a long text in the document', `{ thing(id: ["${'Z'.repeat(20_000)}"]) { Zid } }`, {}],
  ['a long text that never ends', `{ thing(id: "${'Z'.repeat(20_000)}`, {}],
  [
    'fields that cannot be merged, by the hundred',
    `{ ${times(150, (index) => `a: thing(id: "Z${String(index)}") { id }`)} }`,
    {},
  ],
];

const weight = (answer: unknown) => Buffer.byteLength(JSON.stringify(answer));

const expectBounded = (errors: Answer['errors']) => {
  expect(errors?.length).toBeGreaterThan(0);
  expect(errors?.length).toBeLessThanOrEqual(20);
  expect(weight(errors)).toBeLessThan(MOST_BYTES);
  for (const { message, extensions } of errors ?? []) {
    expect(message).not.toContain('Z');
    expect(extensions['code']).not.toBe('INTERNAL_SERVER_ERROR');
  }
};

describe.each([
  ['development', false],
  ['production', true],
])('nothing that is sent comes back multiplied, in %s', (_, production) => {
  let api: Started;
  beforeAll(async () => {
    api = await start(production);
  });
  afterAll(() => api.app.close());

  it.each(attacks)('over HTTP: %s', async (_name, query, variables) => {
    const { errors, data } = await ask(api, query, variables);
    expectBounded(errors);
    expect(data).toBeUndefined();
  });

  it('over HTTP: an operation name, a wrapping and JSON that are wrong', async () => {
    const authorization = `Bearer ${await api.token()}`;
    const headers = { 'content-type': 'application/json', authorization };
    for (const body of [
      JSON.stringify({ query: '{ __typename }', operationName: LONG }),
      JSON.stringify({ query: { [LONG]: 1 } }),
      JSON.stringify({ query: '{ __typename }', variables: LONG }),
      `{"query": ${LONG}`,
      JSON.stringify([LONG]),
    ]) {
      const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
      expect(response.status).toBe(400);
      expectBounded(((await response.json()) as Answer).errors);
    }
  });

  it('over a WebSocket, too', async () => {
    const token = await api.token();
    const client = createClient({
      url: api.url.replace('http', 'ws') + '/graphql',
      webSocketImpl: WebSocket,
      connectionParams: { token },
      retryAttempts: 0,
    });
    const errorsOf = (query: string, variables: object) =>
      new Promise<unknown>((resolve) => {
        client.subscribe(
          { query, variables: { ...variables } },
          {
            next: resolve,
            error: resolve,
            complete: () => {
              resolve(undefined);
            },
          },
        );
      });
    for (const [, query, variables] of attacks) {
      // A message has a limit of its own, and those beyond it end the connection.
      if (weight({ query, variables }) > 60_000) continue;
      expectBounded((await errorsOf(query, variables)) as Answer['errors']);
    }
    const wrongIds = { ids: Array.from({ length: 1_000 }, () => ({ Z: 1 })) };
    expectBounded((await errorsOf('subscription S($ids: [ID!]!) { recorded(ids: $ids) { id } }', wrongIds)) as never);
    await client.dispose();
  });

  it('twelve of them in parallel leave the process as it was', async () => {
    const before = process.memoryUsage().rss;
    const [, query, variables] = attacks[3] ?? ['', '', {}];
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(api, query, variables)));
    answers.forEach(({ errors }) => {
      expectBounded(errors);
    });
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(300);
    expect((await ask(api, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});
