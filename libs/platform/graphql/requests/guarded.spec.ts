import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { httpAdapter } from '../server/http-adapter.js';
import { start, type Started } from '../testing/start.js';

const HERE = '127.0.0.1';

/** What the sentry hears of requests that are refused before anybody is asked, and of connections. */
describe('what is refused at the door', () => {
  let api: Started;
  let heard: unknown[];
  let seconds: number | undefined;
  beforeAll(async () => {
    const hear =
      (what: string) =>
      (...said: readonly unknown[]) =>
        void heard.push([what, ...said]);
    api = await start(false, undefined, {
      ...{ arrives: () => undefined, asks: () => undefined, connects: () => seconds },
      ...{ foreign: hear('foreign'), denied: hear('denied'), crowded: hear('crowded') },
      ...{ unknown: hear('unknown'), oversized: hear('oversized') },
    });
  });
  afterAll(() => api.app.close());
  beforeEach(() => {
    [heard, seconds] = [[], undefined];
  });

  const post = async (headers: Record<string, string>, query = '{ __typename }', extra = '', path = '/graphql') => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    return (await fetch(`${api.url}${path}`, { ...init, body: JSON.stringify({ query, variables: { extra } }) }))
      .status;
  };
  const bearer = async (hours = 1) => ({ authorization: `Bearer ${await api.token('inspector', hours)}` });

  it.each([
    ['is no token of ours', () => ({ authorization: 'Bearer made-up' }), 'TOKEN_MALFORMED'],
    ['cannot be read at all', () => ({ authorization: 'Basic YTpi' }), 'TOKEN_MALFORMED'],
    ['has ended', () => bearer(-1), 'TOKEN_EXPIRED'],
    [
      'was signed by somebody else',
      async () => ({ authorization: `${(await bearer()).authorization.slice(0, -6)}AAAAAA` }),
      'TOKEN_UNKNOWN',
    ],
  ])('is told of where what is shown %s', async (_, shown, fault) => {
    expect(await post(await shown())).toBe(401);
    expect(heard).toEqual([['unknown', fault, 'graphql', HERE]]);
  });

  it('is told of as too much: a body, and a document, that nobody needs', async () => {
    expect(await post(await bearer(), undefined, 'x'.repeat(700 * 1024))).toBe(413);
    const aliases = Array.from({ length: 31 }, (_, n) => `a${String(n)}: __typename`).join(' ');
    expect(await post(await bearer(), `{ ${aliases} }`)).toBe(400);
    expect(await post(await bearer(), '{ nothing }')).toBe(400);
    expect(heard).toEqual([
      ['oversized', 'graphql', 'BODY_TOO_LARGE', HERE],
      ['oversized', 'graphql', 'TOO_MANY_ALIASES', HERE],
      ['oversized', 'graphql', 'TOO_MANY_ROOT_FIELDS', HERE],
    ]);
  });

  it('is told of without a word of the address, where there is nothing at that address', async () => {
    expect(await post({}, undefined, 'x'.repeat(700 * 1024), '/whatever_somebody_writes')).toBe(413);
    expect(heard).toEqual([['oversized', '', 'BODY_TOO_LARGE', HERE]]);
  });

  /** Says this at the beginning, and waits for how it ends. */
  const connection = (first: string): Promise<readonly [code: number, reason: string]> =>
    new Promise((ended, failed) => {
      const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      socket.once('open', () => {
        socket.send(first);
      });
      socket.once('error', failed);
      socket.once('close', (code, reason) => {
        ended([code, reason.toString()]);
      });
    });
  const init = (token: string) => JSON.stringify({ type: 'connection_init', payload: { token } });

  it('is told of where a connection shows a token that lets nobody in', async () => {
    expect(await connection(init('made-up'))).toEqual([4401, 'Unauthorized']);
    expect(heard).toEqual([['unknown', 'TOKEN_MALFORMED', 'socket', HERE]]);
  });

  it('is a connection of an address that opens too many, with the code and the reason, whatever it shows', async () => {
    seconds = 40;
    expect(await connection(init(await api.token()))).toEqual([4429, 'RATE_LIMITED']);
    expect(heard).toEqual([]);
  });

  it('is a message that is longer than any subscription', async () => {
    expect((await connection(init('x'.repeat(65 * 1024))))[0]).toBe(1009);
    expect(heard).toEqual([['oversized', 'socket', 'MESSAGE_TOO_LONG', HERE]]);
  });

  it('believes of connections, too, only trusted proxies about who opens them', () => {
    const request = (remoteAddress: string) =>
      ({
        socket: { remoteAddress },
        headers: { 'x-forwarded-for': '203.0.113.7, 192.0.2.1' },
      }) as unknown as IncomingMessage;
    expect(httpAdapter().addressOf(request(HERE))).toBe(HERE);
    const behind = httpAdapter({ trustedProxies: [HERE, '192.0.2.0/24'] });
    expect([behind.addressOf(request(HERE)), behind.addressOf(request('198.51.100.1'))]).toEqual([
      '203.0.113.7',
      '198.51.100.1',
    ]);
  });
});
