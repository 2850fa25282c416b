import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { ask, start, type Started } from '../testing/start.js';

// It waits for what the server does of itself after ten seconds.
jest.setTimeout(60_000);

const ID = 'thing-00000000-0000-4000-8000-000000000001';
const SUBSCRIBE = `subscription { recorded(ids: ["${ID}"]) { id } }`;

describe('how requests arrive', () => {
  let api: Started;
  beforeAll(async () => {
    api = await start();
  });
  afterAll(() => api.app.close());

  /** Sends a beginning and waits for all that comes back until the server hangs up. */
  const begin = async (authorization: string, length: number, beginning: string): Promise<string> => {
    const socket: Socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${authorization}content-length: ${String(length)}\r\n\r\n${beginning}`,
    );
    let answer = '';
    for await (const part of socket) answer += String(part);
    return answer;
  };

  it('a body that does not come is not waited for longer than ten seconds', async () => {
    const before = performance.now();
    const answer = await begin(`authorization: Bearer ${await api.token()}\r\n`, 1_000, '{"query":');
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*nosniff.*TOO_SLOW/s);
    expect(performance.now() - before).toBeLessThan(15_000);
  });

  it('without a valid token no body is waited for at all', async () => {
    const before = performance.now();
    expect(await begin('', 600_000, '')).toMatch(/^HTTP\/1\.1 401 .*UNAUTHENTICATED/s);
    expect(await begin('authorization: Bearer x\r\n', 600_000, '{')).toMatch(/^HTTP\/1\.1 401 .*UNAUTHENTICATED/s);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('with one, as much is read as a notice of 96 KB takes with every character escaped, and no more', async () => {
    const post = async (bytes: number) => {
      const body = JSON.stringify({ query: '{ __typename }', variables: { text: '' } });
      return fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token()}` },
        body: body.replace('"text":""', `"text":"${'x'.repeat(bytes)}"`),
      });
    };
    expect((await post(6 * 96 * 1024)).status).toBe(200);
    const refused = await post(700 * 1024);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
  });

  describe('what one person may hold open', () => {
    const clients: Client[] = [];
    afterEach(() => {
      for (const client of clients.splice(0)) void client.dispose();
    });
    const open = async (as?: 'unit'): Promise<Client> => {
      const token = await api.token(as);
      const client = createClient({
        url: `${api.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { token },
        retryAttempts: 0,
        lazy: false,
        onNonLazyError: () => undefined,
      });
      clients.push(client);
      return client;
    };
    const fate = (client: Client) =>
      new Promise<string>((resolve) => {
        client.on('connected', () => {
          resolve('connected');
        });
        client.on('closed', (event) => {
          resolve((event as { readonly reason: string }).reason);
        });
      });
    const subscribe = (client: Client) =>
      new Promise<string>((resolve) => {
        client.subscribe(
          { query: SUBSCRIBE },
          {
            next: () => undefined,
            error: (error) => {
              resolve(JSON.stringify(error));
            },
            complete: () => undefined,
          },
        );
        setTimeout(() => {
          resolve('open');
        }, 1_500);
      });

    it('is eight connections and 64 subscriptions; others are not counted with them', async () => {
      const eight = await Promise.all(Array.from({ length: 8 }, () => open()));
      expect(await Promise.all(eight.map(fate))).toEqual(Array(8).fill('connected'));
      expect(await fate(await open())).toBe('TOO_MANY_CONNECTIONS');
      expect(await fate(await open('unit'))).toBe('connected');

      const told = await Promise.all(eight.flatMap((client) => Array.from({ length: 9 }, () => subscribe(client))));
      expect(told.filter((one) => one === 'open')).toHaveLength(64);
      expect(told.filter((one) => one.includes('TOO_MANY_SUBSCRIPTIONS'))).toHaveLength(8);

      await eight[0]?.dispose();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await fate(await open())).toBe('connected');
      expect((await ask(api, '{ __typename }')).status).toBe(200);
    });
  });
});
