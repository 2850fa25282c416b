import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { start, type Started } from '../../libs/platform/graphql/testing/start.js';
import { RecordedFeed } from '../../libs/platform/graphql/subscriptions/recorded-feed.js';
import { times } from '../support/faults.js';
import { soon, until } from '../support/soon.js';

const DOOR = 'thing-00000000-0000-4000-8000-000000000001';
const WALL = 'thing-00000000-0000-4000-8000-000000000002';
const MORE = times(20_000, 500_000);
const MOST_BYTES = 50 * 2 ** 20;

/** Makes news large, so that what lies between a server and a client who does not read is full long before the client counts as gone. */
const MUCH = Array.from({ length: 20 }, (_, n) => `t${String(n)}: recordedAt`).join(' ');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What this process, the server in it, holds in memory: the heap, and buffers beside it. */
const held = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** The same, once it no longer falls: what specs before this one left in the process is let go in its own time. */
const settled = async (): Promise<number> => {
  for (let last = held(); ;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const now = held();
    if (last - now < 2 ** 18) return now;
    last = now;
  }
};

/** What the log in memory itself takes for each event. */
const takenByEach = async (store: Started['store'], events: number): Promise<number> => {
  const before = await settled();
  for (let n = 0; n < events; n++) store.add(DOOR);
  return (held() - before) / events;
};

describe('F19: a client that does not read what it subscribed to', () => {
  let api: Started;
  let feed: RecordedFeed;
  beforeAll(async () => {
    api = await start();
    feed = api.app.get(RecordedFeed, { strict: false });
  });
  const sockets: WebSocket[] = [];
  afterAll(() => {
    // One that does not read would not hear that the server is gone, and keep the process.
    for (const socket of sockets) socket.terminate();
    return api.app.close();
  });

  const subscribe = async (...ids: readonly string[]) => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    sockets.push(socket);
    let acknowledged = false;
    let news = 0;
    const closed = new Promise<[number, string]>((resolve) =>
      socket.on('close', (code, reason) => {
        resolve([code, reason.toString()]);
      }),
    );
    socket.on('message', (data: Buffer) => {
      const { type } = JSON.parse(data.toString()) as { type: string };
      if (type === 'connection_ack') acknowledged = true;
      if (type === 'next') news++;
    });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token: await api.token() } }));
    await until(() => acknowledged);
    const query = `subscription ($ids: [ID!]!) { recorded(ids: $ids) { id position type ${MUCH} } }`;
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { ids } } }));
    // Only what is recorded from now on is told.
    await soon(async () => {
      api.store.add(DOOR);
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (news === 0) throw new Error('not listening yet');
    });
    return { socket, closed, news: () => news };
  };

  it(
    'is given up with a code while others hear everything and nothing piles up',
    async () => {
      const each = await takenByEach(api.store, 10_000);
      const quick = await subscribe(DOOR);
      const slow = await subscribe(DOOR, WALL);
      expect(feed.size).toBe(2);
      slow.socket.pause();
      const [before, told] = [await settled(), quick.news()];
      const size = api.store.events.length;

      // In small steps, as a busy log grows: the quick client keeps up, the other one does not read, and is heard of soon once given up.
      let added = 0;
      const more = () => api.store.events.length - size;
      const expectNoPile = () => {
        expect(held() - before - more() * each).toBeLessThan(MOST_BYTES);
      };
      const step = async () => {
        for (let n = 0; n < 100; n++) api.store.add(DOOR);
        await until(() => quick.news() - told >= more());
        if (added % 5_000 === 0) expectNoPile();
        added += 100;
      };
      while (feed.size > 1) await step();
      expectNoPile();
      // One who does not even hear the farewell within half a minute is cut off without a code.
      slow.socket.resume();
      expect(await slow.closed).toEqual([1013, 'SLOW_CONSUMER']);
      const deaf = await subscribe(DOOR, WALL);
      deaf.socket.pause();
      while (feed.size > 1) await step();
      expectNoPile();
      while (added < MORE) await step();
      expectNoPile();
      deaf.socket.terminate();
      quick.socket.close();
      await until(() => feed.size === 0);
    },
    times(120_000, 1_200_000),
  );
});
