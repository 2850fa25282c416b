import type { Actor } from '#access';
import type { AskedFor } from '#platform/security';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ask, start, type Started } from '../testing/start.js';

const ID = 'thing-00000000-0000-4000-8000-000000000001';

describe('how much is asked', () => {
  let api: Started;
  let address: number | undefined;
  let account: number | undefined;
  let heard: unknown[];
  beforeAll(async () => {
    api = await start(false, undefined, {
      arrives: (from) => (heard.push(from), address),
      asks: (_: Pick<Actor, 'actorId'>, asked: AskedFor) => (heard.push(asked), account),
      foreign: () => undefined,
      denied: () => undefined,
    });
  });
  afterAll(() => api.app.close());
  beforeEach(() => {
    [address, account, heard] = [undefined, undefined, []];
  });
  const post = async (query: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token()}`, ...headers },
      body: JSON.stringify({ query }),
    });

  it('T14: is counted by root fields, whatever their aliases and fragments', async () => {
    await ask(
      api,
      'query { a: __typename b: __typename ...F ... on Query { c: __typename } } fragment F on Query { d: __typename }',
    );
    expect(heard).toEqual(['127.0.0.1', { fields: Array.from({ length: 4 }, () => '__typename'), isMutation: false }]);
  });

  it('is answered with 429, after how long to ask again, and a code, in the language of who asks', async () => {
    account = 17;
    for (const [language, message] of [
      ['en', 'Too much within one minute: ask again in 17 s.'],
      ['zh', '一分钟内请求过多，请于 17 秒后重试。'],
    ] as const) {
      const answer = await post('{ __typename }', { 'accept-language': language });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '17']);
      expect(await answer.json()).toEqual({
        errors: [{ message, extensions: { code: 'RATE_LIMITED', retryAfter: 17 } }],
      });
    }
  });

  it('is refused to an address before its token is looked at or its body is read, and never to monitors', async () => {
    address = 3;
    const answer = await post('{ __typename }', { authorization: 'Bearer x' });
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('connection')]).toEqual([
      429,
      '3',
      'close',
    ]);
    expect((await fetch(`${api.url}/elsewhere`)).status).toBe(429);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(404);
    expect((await fetch(`${api.url}/metrics`)).status).toBe(404);
    expect(heard).toEqual(['127.0.0.1', '127.0.0.1']);
  });

  it('is counted for what is asked over a WebSocket, too', async () => {
    account = 5;
    const token = await api.token();
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token },
      retryAttempts: 0,
    });
    const errors = await new Promise((resolve) => {
      client.subscribe(
        { query: `subscription { recorded(ids: ["${ID}"]) { id } }` },
        { next: resolve, error: resolve, complete: () => undefined },
      );
    });
    await client.dispose();
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfter: 5 } }]);
    expect(heard).toEqual([{ fields: ['recorded'], isMutation: false }]);
  });
});
