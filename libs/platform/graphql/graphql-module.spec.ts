import { CAST, claimsOf } from '#platform/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, start, type Started } from './testing/start.js';
import { asked } from './testing/thing.fixture.js';

const MAKE =
  'mutation Make($input: MakeThing!) { makeThing(input: $input) { __typename ... on Recorded { id position events { id type position } } ... on Refused { code message path } } }';
const input = {
  commandId: '0190f3a0-0000-7000-8000-000000000001',
  occurredAt: '2022-03-31T09:00:00Z',
  name: 'door',
  colour: 'red',
};
const ID = 'thing-00000000-0000-4000-8000-000000000001';

const [inspector] = CAST.filter(({ as }) => as === 'inspector').map(claimsOf);
if (!inspector) throw new Error('the cast has no inspector');

describe('the API', () => {
  let api: Started;
  beforeAll(async () => {
    api = await start();
  });
  afterAll(() => api.app.close());
  beforeEach(() => {
    asked.length = 0;
  });

  const make = (change: object, headers = {}) => ask(api, MAKE, { input: { ...input, ...change } }, headers);
  const refuses = async (change: object, ...path: string[]) => {
    const { errors, data } = await make(change);
    expect(data?.['makeThing']).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path });
    expect(asked).toEqual([]);
    return errors?.[0]?.message;
  };

  it('answers a command that is recorded with its place in the log', async () => {
    expect((await make({})).data).toEqual({
      makeThing: {
        __typename: 'Recorded',
        id: 'thing-1',
        position: '7',
        events: [{ id: 'e', type: 'ThingMade', position: '7' }],
      },
    });
  });

  it('answers a refused command with code, path and a sentence in the reader’s language', async () => {
    const sentence = async (header: Record<string, string>) => (await make({ name: 'no' }, header)).data?.['makeThing'];
    expect(await sentence({})).toEqual({
      __typename: 'Refused',
      code: 'NO_THING',
      message: 'No such thing.',
      path: ['name'],
    });
    expect(await sentence({ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })).toMatchObject({ message: '不行。' });
    expect(await sentence({ 'accept-language': 'en;q=0.9, zh;q=0.1' })).toMatchObject({ message: 'No such thing.' });
  });

  it('hands the resolver tidy input and the occasion of the command', async () => {
    const commandId = ` ${input.commandId}\n`;
    await make({
      commandId,
      name: '  do\u0308r ',
      reason: ' why ',
      deviceId: null,
      parts: [{ name: ' a ' }],
      others: null,
    });
    const [made] = asked;
    if (!made) throw new Error('nothing was asked');
    expect(made.input).toMatchObject({
      name: 'dör',
      parts: [{ name: 'a' }],
      occurredAt: '2022-03-31T09:00:00.000Z',
    });
    expect(Object.keys(made.input)).not.toContain('others');
    const { actor, language, occasion } = made.asking;
    expect(language).toBe('en');
    expect(actor).toMatchObject({
      actorId: inspector.personId,
      grants: [expect.objectContaining({ role: 'inspector' })],
    });
    expect(occasion).toEqual({
      actorId: inspector.personId,
      postId: inspector.postId,
      orgId: inspector.orgId,
      territoryId: inspector.territoryId,
      occurredAt: '2022-03-31T09:00:00.000Z',
      commandId: input.commandId,
      correlationId: input.commandId,
      source: 'web',
      reason: 'why',
    });
  });

  it.each([
    ['2022-03-31T17:00:00+08:00', '2022-03-31T09:00:00.000Z'],
    ['2022-03-31T05:30:00.5-03:30', '2022-03-31T09:00:00.500Z'],
    ['2022-03-01T07:59:59+08:00', '2022-02-28T23:59:59.000Z'],
  ])('W6: takes an instant with its offset, %s, and hands it on in UTC', async (occurredAt, utc) => {
    expect((await make({ occurredAt })).errors).toBeUndefined();
    expect(asked[0]?.asking.occasion.occurredAt).toBe(utc);
  });

  it('W2: hands on no moment where the input names none', async () => {
    expect((await make({ occurredAt: undefined })).errors).toBeUndefined();
    expect(Object.keys(asked[0]?.asking.occasion ?? {})).not.toContain('occurredAt');
  });

  describe('refuses in variables, with the path, before anything is asked:', () => {
    it('a field that is not declared', () => refuses({ status: 'closed' }, 'input', 'status'));
    it('a field that is not declared, further in', () =>
      refuses({ parts: [{ name: 'a' }, { name: 'b', evil: 1 }] }, 'input', 'parts', '1', 'evil'));
    it('a field that is missing', () => refuses({ colour: undefined }, 'input', 'colour'));
    it('a value that the enumeration lacks', () => refuses({ colour: 'blue' }, 'input', 'colour'));
    it('a value of another type', () => refuses({ parts: [{ name: 'a', size: 'x' }] }, 'input', 'parts', '0', 'size'));
    it('an instant that is none', () => refuses({ occurredAt: '2022-02-30T09:00:00Z' }, 'input', 'occurredAt'));
    it.each([
      ['of the year 0', '0000-06-01T00:00:00Z'],
      ['of the year 0 in UTC', '0001-01-01T07:00:00+08:00'],
      ['of the year before it', '0000-01-01T07:00:00+08:00'],
      ['of a day that the month does not have where it is', '2022-02-29T01:00:00+08:00'],
      ['with an offset that no clock has', '2022-03-31T09:00:00+15:00'],
      ['without an offset', '2022-03-31T09:00:00'],
    ])('W6: an instant %s', (_, occurredAt) => refuses({ occurredAt }, 'input', 'occurredAt'));
    it('a command id that is no UUID', () => refuses({ commandId: 'x' }, 'input', 'commandId'));
    it('a command id in upper case', () =>
      refuses({ commandId: '0190F3A0-0000-7000-8000-00000000000A' }, 'input', 'commandId'));
    it('text that is too long, counted in characters', async () => {
      expect((await make({ name: '𠮷𠮷𠮷𠮷𠮷' })).errors).toBeUndefined();
      asked.length = 0;
      expect(await refuses({ name: '𠮷𠮷𠮷𠮷𠮷𠮷' }, 'input', 'name')).toMatch(/^Must be text of 1 to 5 characters\.$/);
    });
    it('text that is empty once it is tidied', () => refuses({ name: ' \n ' }, 'input', 'name'));
    it('text that no database takes', () => refuses({ name: 'a\u0000' }, 'input', 'name'));
    it('half a character', () => refuses({ name: '\ud842' }, 'input', 'name'));
    it('an id of another kind', () => refuses({ parent: ID.replace('thing', 'other') }, 'input', 'parent'));
    it('one bad id of several', () => refuses({ others: [ID, 'thing-1'] }, 'input', 'others', '1'));
    it('a list that is too long', () => refuses({ others: [ID, ID, ID] }, 'input', 'others'));
    it('a part that is out of bounds', () =>
      refuses({ parts: [{ name: 'a', size: 10 }] }, 'input', 'parts', '0', 'size'));
    it('the source that is for the system itself', () => refuses({ source: 'system' }, 'input', 'source'));
    it('no variable at all', async () => {
      expect((await ask(api, MAKE)).errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path: ['input'] });
    });
    it('a value that imitates the message it will be quoted in', () =>
      refuses({ colour: 'x" at "input.name"; Field "y" is not defined by type "Z".' }, 'input', 'colour'));
  });

  it('refuses the same in the document as a document that does not fit the schema', async () => {
    const inline = (fields: string) =>
      ask(
        api,
        `mutation { makeThing(input: { commandId: "${input.commandId}", occurredAt: "2022-03-31T09:00:00Z", ${fields} }) { __typename } }`,
      );
    for (const fields of [
      'name: "a", colour: blue',
      'name: "a", colour: red, status: 1',
      'name: 5, colour: red',
      'name: "a"',
    ]) {
      const { errors, status } = await inline(fields);
      expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
      expect(status).toBe(400);
    }
    // What only the value's own rules can tell is found at the same door, wherever it is written.
    const { errors } = await inline('name: "too long", colour: red');
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', path: ['input', 'name'] });
    expect(asked).toEqual([]);
  });

  describe('a query', () => {
    const code = async (query: string, variables = {}) => (await ask(api, query, variables)).errors?.[0]?.extensions;

    it('takes an id of its kind only', async () => {
      expect(await code('{ thing(id: "other-1") { id } }')).toEqual({ code: 'BAD_USER_INPUT', path: ['id'] });
      expect(await code(`{ thing(id: "${ID}") { id } }`)).toBeUndefined();
    });

    it('looks at a position or an instant', async () => {
      const seen = async (args: string) => (await ask(api, `{ thing(id: "${ID}"${args}) { seen } }`)).data?.['thing'];
      expect(await seen('')).toEqual({ seen: 'undefined undefined' });
      expect(await seen(', waitFor: "12", asOf: "7"')).toEqual({ seen: '12 7' });
      expect(await seen(', asOf: "2022-03-31T09:00:00Z"')).toEqual({ seen: 'undefined 2022-03-31T09:00:00.000Z' });
      expect(await seen(', waitFor: "0"')).toEqual({ seen: '0 undefined' });
      expect(await code(`{ thing(id: "${ID}", waitFor: "-1") { id } }`)).toEqual({
        code: 'BAD_USER_INPUT',
        path: ['waitFor'],
      });
      expect(await code(`{ thing(id: "${ID}", asOf: "yesterday") { id } }`)).toEqual({
        code: 'BAD_USER_INPUT',
        path: ['asOf'],
      });
    });

    it('refuses a page beyond 100, and one of nothing, instead of shrinking it', async () => {
      expect(await code('{ things(first: 101) { edges { cursor } } }')).toEqual({
        code: 'BAD_USER_INPUT',
        path: ['first'],
      });
      expect(await code('query Q($n: Int!) { things(first: $n) { edges { cursor } } }', { n: 0 })).toEqual({
        code: 'BAD_USER_INPUT',
        path: ['first'],
      });
      expect(await code('{ things(first: 100) { edges { cursor } } }')).toBeUndefined();
      expect(await code('{ things(first: null) { edges { cursor } } }')).toBeDefined();
    });

    it('names a cursor that was not given out, and what is not visible yet', async () => {
      expect(await code('{ things(after: "cursor") { edges { cursor } } }')).toEqual({
        code: 'BAD_USER_INPUT',
        path: ['after'],
      });
      expect(await code('{ things(after: "late") { edges { cursor } } }')).toEqual({ code: 'NOT_YET_VISIBLE' });
    });

    it('loads the labels of a whole page at once', async () => {
      api.views.labelled = [];
      const { data } = await ask(
        api,
        '{ things { edges { node { owner { id label } } } pageInfo { hasNextPage endCursor } } }',
      );
      expect(data?.['things']).toMatchObject({ pageInfo: { hasNextPage: false, endCursor: 'c2' } });
      expect(JSON.stringify(data)).toContain('name of organisation');
      expect(api.views.labelled).toEqual([['organisation-00000000-0000-4000-8000-000000000001']]);
    });

    it('calls things in the language that a field asks for, and else in that of the request', async () => {
      const names =
        '{ things { edges { node { owner { label zh: label(lang: zh) en: label(lang: en) today: labelToday } } } } }';
      const nodeFor = async (language: string) => {
        const { data } = await ask(api, names, {}, { 'accept-language': language });
        const { edges } = data?.['things'] as {
          readonly edges: readonly { readonly node: { readonly owner: object } }[];
        };
        return edges[0]?.node.owner;
      };
      const [en, zh] = ['name of organisation', 'organisation的名称'];
      expect(await nodeFor('zh-CN')).toEqual({ label: zh, zh, en, today: zh });
      expect(await nodeFor('en')).toEqual({ label: en, zh, en, today: en });
      expect(await code('{ things { edges { node { owner { label(lang: fr) } } } } }')).toBeDefined();
    });

    it('keeps what went wrong inside, under a number that the log knows', async () => {
      const { errors } = await ask(api, '{ things(after: "bug") { edges { cursor } } }');
      const { code: masked, correlationId } = errors?.[0]?.extensions ?? {};
      expect(masked).toBe('INTERNAL_SERVER_ERROR');
      expect(JSON.stringify(errors)).not.toContain('password');
      const logged = api.lines.filter(({ level }) => level === 'error');
      expect(logged).toHaveLength(1);
      expect(logged[0]?.fields).toMatchObject({ correlationId, error: { name: 'TypeError' } });
      expect(JSON.stringify(logged)).not.toContain('password');
    });
  });

  describe('without a valid token', () => {
    it.each([
      ['none', ''],
      ['a forged one', 'Bearer eyJhbGciOiJub25lIn0.e30.'],
      ['another scheme', 'Basic YTpi'],
    ])('answers nothing (%s), not even the schema', async (_, authorization) => {
      for (const query of ['{ __schema { types { name } } }', '{ nonsense }', '{', MAKE]) {
        const { status, errors, data } = await ask(api, query, {}, { authorization });
        expect(status).toBe(401);
        expect(data).toBeUndefined();
        expect(errors).toHaveLength(1);
        expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
      }
    });

    it('says which scheme it wants', async () => {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      });
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    });
  });

  it('refuses what a foreign page could send, and several operations in one request', async () => {
    const authorization = `Bearer ${await api.token()}`;
    const simple = await fetch(`${api.url}/graphql?query=%7B__typename%7D`, { headers: { authorization } });
    expect(simple.status).toBe(400);
    const batch = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '[{"query":"{ __typename }"}]',
    });
    expect(batch.status).toBe(400);
    expect(await batch.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('the API in production', () => {
  let api: Started;
  beforeAll(async () => {
    api = await start(true);
  });
  afterAll(() => api.app.close());

  it('keeps its schema to itself: no introspection, no suggestions', async () => {
    const { errors } = await ask(api, '{ __schema { types { name } } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(JSON.stringify(await ask(api, '{ thingz { edges { cursor } } }'))).not.toMatch(/"things"|\bthings\b/);
    expect(JSON.stringify(await ask(api, MAKE, { input: { ...input, colour: 'gren' } }))).not.toContain('green');
  });
});
