import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { start, type Started } from '../testing/start.js';

const THINGS = 'things(first: 1, after: $after) { pageInfo { endCursor } }';
const THING = 'thing(id: "thing-00000000-0000-4000-8000-000000000001") { id }';

describe('a request that the machine could not serve', () => {
  let api: Started;
  beforeAll(async () => {
    api = await start();
  });
  afterAll(() => api.app.close());

  const ask = async (fields: string, after: string) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token()}` },
      body: JSON.stringify({ query: `query Q($after: String) { ${fields} }`, variables: { after } }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      code: errors?.[0]?.extensions.code,
      data,
    };
  };

  it.each([
    ['overloaded', 'OVERLOADED', '1'],
    ['gone', 'UNAVAILABLE', '5'],
    ['full', 'STORAGE_FULL', '60'],
  ])('because it is %s says 503, when to come back, and the stable code', async (failure, code, retryAfter) => {
    expect(await ask(THINGS, failure)).toEqual({ status: 503, retryAfter, code, data: null });
  });

  it('says so too when all that was asked for may be missing', async () => {
    const { status, data } = await ask('lost(after: $after) { id }', 'gone');
    expect({ status, data }).toEqual({ status: 503, data: { lost: null } });
  });

  it('is answered when part of it could be served', async () => {
    const answer = await ask(`${THING} lost(after: $after) { id }`, 'gone');
    expect(answer).toMatchObject({ status: 200, retryAfter: null, code: 'UNAVAILABLE' });
  });

  it.each([
    ['late', 'NOT_YET_VISIBLE'],
    ['bug', 'INTERNAL_SERVER_ERROR'],
  ])('is something else than one that failed otherwise (%s)', async (failure, code) => {
    expect(await ask(THINGS, failure)).toEqual({ status: 200, retryAfter: null, code, data: null });
  });
});
