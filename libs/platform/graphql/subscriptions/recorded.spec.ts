import { setTimeout as pause } from 'node:timers/promises';
import type { Id } from '#kernel';
import { NotYetVisible } from '#platform/views';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { until } from '../../../../test/support/soon.js';
import { start, type Started } from '../testing/start.js';
import { RecordedFeed } from './recorded-feed.js';
import type { RecordedNotice } from './recorded-notice.js';
import { WAITING_NOTICES } from './recorded.resolver.js';

const DOOR = 'thing-00000000-0000-4000-8000-000000000001';
const WALL = 'thing-00000000-0000-4000-8000-000000000002';
const ROOF = 'thing-00000000-0000-4000-8000-000000000003';
const LISTEN = 'subscription Listen($ids: [ID!]!) { recorded(ids: $ids) { id position type recordedAt } }';

describe('the subscription recorded', () => {
  let api: Started;
  let feed: RecordedFeed;
  const clients: Client[] = [];
  beforeAll(async () => {
    api = await start();
    feed = api.app.get(RecordedFeed, { strict: false });
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await api.app.close();
  });
  beforeEach(() => {
    api.views.hidden.clear();
    api.views.waitedFor = [];
  });

  const connect = (connectionParams: Record<string, unknown>) => {
    const closed: { code?: number; reason?: string } = {};
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 0,
      // What a close event holds, as the WebSocket standard says.
      on: {
        closed: (event) => {
          Object.assign(closed, { code: (event as CloseEvent).code, reason: (event as CloseEvent).reason });
        },
      },
    });
    clients.push(client);
    return { client, closed };
  };

  /** What one subscription hears; `listening` once the feed knows of it. */
  const subscribe = async (client: Client, query: string, variables: Record<string, unknown>) => {
    const heard: unknown[] = [];
    const failed: unknown[] = [];
    let over = false;
    const stop = client.subscribe(
      { query, variables },
      {
        next: (value) => heard.push(value),
        error: (error) => {
          failed.push(error);
          over = true;
        },
        complete: () => {
          over = true;
        },
      },
    );
    const before = api.store.reads;
    await until(() => api.store.reads > before || over || listening() > 0);
    await pause(30);
    return { heard, failed, stop, over: () => over };
  };
  const listening = () => feed.size;

  it('tells of events of these things, once the views saw them, and of no others', async () => {
    const { client } = connect({ token: await api.token() });
    const { heard, stop } = await subscribe(client, LISTEN, { ids: [DOOR, ROOF] });
    api.store.add(WALL, 'WallBuilt');
    api.store.add(DOOR, 'DoorOpened');
    const position = String(api.store.events.length - 1);
    await until(() => heard.length > 0);
    await pause(30);
    expect(heard).toEqual([
      { data: { recorded: { id: DOOR, position, type: 'DoorOpened', recordedAt: '2022-03-31T09:00:00.000Z' } } },
    ]);
    expect(api.views.waitedFor).toEqual([BigInt(position)]);
    stop();
  });

  it('waits for what was recorded before somebody listens, as long as that takes no longer than a query waits', async () => {
    const { client } = connect({ token: await api.token() });
    api.store.add(WALL);
    const made = BigInt(api.store.events.length - 1);
    const first = await subscribe(client, LISTEN, { ids: [WALL] });
    expect(api.views.waitedFor).toEqual([made]);
    first.stop();
    await until(() => listening() === 0);

    jest.spyOn(api.views, 'visible').mockRejectedValueOnce(new NotYetVisible(made, 0n));
    const { heard, stop } = await subscribe(client, LISTEN, { ids: [WALL] });
    api.store.add(WALL, 'WallBuilt');
    await until(() => heard.length > 0);
    stop();
    jest.restoreAllMocks();
  });

  it('tells what was recorded while it was still being found out what the viewer may see', async () => {
    const { client } = connect({ token: await api.token() });
    let found: () => void = () => undefined;
    const visible = new Promise<ReadonlySet<Id>>((resolve) => {
      found = () => {
        resolve(new Set([DOOR]));
      };
    });
    jest.spyOn(api.views, 'visible').mockReturnValueOnce(visible);
    const { heard, stop } = await subscribe(client, LISTEN, { ids: [DOOR, WALL] });
    for (const id of [DOOR, WALL, DOOR] as const) api.store.add(id, 'Changed');
    await pause(50);
    expect(heard).toEqual([]);
    expect(listening()).toBe(2);
    found();
    await until(() => heard.length > 1);
    // Nobody waits for the views because of what is told to nobody.
    expect(listening()).toBe(1);
    api.store.add(WALL, 'Changed');
    api.store.add(DOOR, 'Painted');
    await until(() => heard.length > 2);
    expect(heard).toMatchObject(
      ['Changed', 'Changed', 'Painted'].map((type) => ({ data: { recorded: { id: DOOR, type } } })),
    );
    stop();
    jest.restoreAllMocks();
    await until(() => listening() === 0);
  });

  it('forgets who cannot be told what they may see', async () => {
    const { client } = connect({ token: await api.token() });
    jest.spyOn(api.views, 'visible').mockRejectedValueOnce(new Error('no database'));
    const { over } = await subscribe(client, LISTEN, { ids: [DOOR] });
    await until(over);
    expect(listening()).toBe(0);
    jest.restoreAllMocks();
  });

  it('stays silent about what the viewer may not see', async () => {
    api.views.hidden.add(DOOR);
    const { client } = connect({ authorization: `Bearer ${await api.token()}` });
    const { heard, stop } = await subscribe(client, LISTEN, { ids: [DOOR, ROOF] });
    api.store.add(DOOR);
    api.store.add(ROOF);
    await until(() => heard.length > 0);
    expect(JSON.stringify(heard)).not.toContain(DOOR);
    stop();
  });

  it('falls silent about what the viewer may not see any more, and speaks again once they may', async () => {
    const { client } = connect({ token: await api.token() });
    const { heard, stop } = await subscribe(client, LISTEN, { ids: [DOOR, ROOF] });
    const types = () => heard.map((answer) => (answer as { data: { recorded: RecordedNotice } }).data.recorded.type);
    api.store.add(DOOR, 'SeenBefore');
    await until(() => heard.length > 0);
    api.views.hidden.add(DOOR);
    api.store.add(DOOR, 'TakenAway');
    api.store.add(ROOF, 'Between');
    await until(() => heard.length > 1);
    api.views.hidden.clear();
    api.store.add(DOOR, 'GivenBack');
    await until(() => heard.length > 2);
    expect(types()).toEqual(['SeenBefore', 'Between', 'GivenBack']);
    stop();
  });

  it('reads the log once for all listeners, and not at all when the last one left', async () => {
    const one = connect({ token: await api.token() });
    const two = connect({ token: await api.token('unit') });
    const first = await subscribe(one.client, LISTEN, { ids: [DOOR] });
    const second = await subscribe(two.client, LISTEN, { ids: [DOOR] });
    const before = api.store.reads;
    api.store.add(DOOR);
    await until(() => first.heard.length > 0 && second.heard.length > 0);
    await pause(30);
    expect(api.store.reads - before).toBe(2);
    first.stop();
    await two.client.dispose();
    await until(() => listening() === 0);
    const quiet = api.store.reads;
    api.store.add(DOOR);
    await pause(50);
    expect(api.store.reads).toBe(quiet);
  });

  it('closes the connection of a client that is too slow, with a code to come back on', async () => {
    const { client, closed } = connect({ token: await api.token() });
    const { stop } = await subscribe(client, LISTEN, { ids: [DOOR] });
    // All in one go, faster than anything can be sent.
    for (let count = 0; count < WAITING_NOTICES + 500; count++) api.store.add(DOOR);
    await until(() => closed.code !== undefined);
    expect(closed).toEqual({ code: 1013, reason: 'SLOW_CONSUMER' });
    await until(() => listening() === 0);
    stop();
  });

  it.each([
    ['none', {}],
    ['a forged one', { token: 'eyJhbGciOiJub25lIn0.e30.' }],
  ])('is not for callers without a valid token (%s)', async (_, params) => {
    const { client, closed } = connect(params);
    const { failed, over } = await subscribe(client, LISTEN, { ids: [DOOR] });
    await until(over);
    expect(failed).toHaveLength(1);
    expect(closed.code).toBe(4401);
  });

  it('ends when the token does', async () => {
    const { client, closed } = connect({ token: await api.token('inspector', 2 / 3600) });
    const { stop } = await subscribe(client, LISTEN, { ids: [DOOR] });
    expect(closed.code).toBeUndefined();
    await until(() => closed.code !== undefined);
    expect(closed.code).toBe(4401);
    stop();
  });

  describe('answers with the codes and paths of the rest of the API:', () => {
    const refused = async (query: string, variables: Record<string, unknown> = {}) => {
      const { client } = connect({ token: await api.token() });
      const { failed, heard, stop } = await subscribe(client, query, variables);
      await until(() => failed.length + heard.length > 0);
      stop();
      const [errors] = [...failed, ...heard.map((answer) => (answer as { errors: unknown[] }).errors)];
      return (errors as { extensions: unknown }[])[0]?.extensions;
    };

    it('bad ids', async () => {
      expect(await refused(LISTEN, { ids: [DOOR, 'x'] })).toEqual({ code: 'BAD_USER_INPUT', path: ['ids', '1'] });
      expect(await refused(LISTEN, { ids: 'abc'.repeat(3).split('').concat(Array<string>(101).fill(DOOR)) })).toEqual({
        code: 'BAD_USER_INPUT',
        path: ['ids'],
      });
      expect(await refused(LISTEN, {})).toEqual({ code: 'BAD_USER_INPUT', path: ['ids'] });
    });

    it('documents that do not parse, do not fit, or ask for too much', async () => {
      expect(await refused('subscription {')).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
      expect(await refused('subscription { nothing }')).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
      const aliases = Array.from({ length: 40 }, (_, index) => `a${String(index)}: id`).join(' ');
      expect(await refused(`subscription { recorded(ids: ["${DOOR}"]) { ${aliases} } }`)).toEqual({
        code: 'TOO_MANY_ALIASES',
      });
    });

    it('anything but a subscription', async () => {
      expect(await refused('{ things { edges { cursor } } }')).toEqual({ code: 'BAD_REQUEST' });
    });

    it('too many subscriptions on one connection', async () => {
      const { client } = connect({ token: await api.token() });
      const many = await Promise.all(Array.from({ length: 21 }, () => subscribe(client, LISTEN, { ids: [DOOR] })));
      await until(() => many.some(({ failed }) => failed.length > 0));
      expect(many.flatMap(({ failed }) => failed)).toMatchObject([
        [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }],
      ]);
      for (const { stop } of many) stop();
    });
  });

  it('does not take other WebSocket paths, nor messages of a size that nobody needs', async () => {
    const other = new WebSocket(`${api.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    const [error] = await new Promise<unknown[]>((resolve) =>
      other.once('error', (...args) => {
        resolve(args);
      }),
    );
    expect(String(error)).toContain('404');
    const big = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => big.once('open', resolve));
    big.send(JSON.stringify({ type: 'connection_init', payload: { token: 'x'.repeat(100_000) } }));
    const code = await new Promise((resolve) => big.once('close', resolve));
    expect(code).toBe(1009);
  });
});
