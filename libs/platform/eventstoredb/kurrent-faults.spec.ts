import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutcomeUnknown, Overloaded } from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { aCertificate } from '../../../test/support/kurrent-peer/certificate.js';
import {
  first,
  type AppendFault,
  type Phase,
  type SubscriptionFault,
} from '../../../test/support/kurrent-peer/faults.js';
import { Peer, type PeerOptions } from '../../../test/support/kurrent-peer/peer.js';
import { accessDenied, broken, notReady, timedOut } from '../../../test/support/kurrent-peer/refusals.js';
import { startNode } from '../../../test/support/node-process.js';
import { until } from '../../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { aFact, anAppend, aStream, everything } from '../event-store/event-store.contract.js';
import { readAddress } from './address.js';
import { Calls } from './calls.js';
import { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.js';
import { KurrentLog } from './kurrent-log.js';
import { LIMITS, type Limits } from './limits.js';
import { Tail } from './tail.js';
import { Deadline } from './within.js';

/** Short enough to wait for, long enough for a busy machine. */
const QUICK: Partial<Limits> = {
  ...{ callMs: 2_000, readMs: 2_500, appendMs: 6_000 },
  ...{ tries: 3, pauseMs: 10, longestPauseMs: 50, resubscribeMs: [10, 50] },
};

const opened: (() => Promise<unknown>)[] = [];
const later = <T>(one: T, close: (one: T) => Promise<unknown>): T => {
  opened.push(() => close(one));
  return one;
};
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const aPeer = async (options: PeerOptions = {}): Promise<Peer> =>
  later(await new Peer(options).start(), (peer) => peer.stop());
const aStoreAt = (url: string, options: KurrentOptions = {}) =>
  later(new KurrentEventStore(url, { limits: QUICK, ...options }), (store) => store.close());
const aWorld = async () => {
  const peer = await aPeer();
  return { peer, store: aStoreAt(peer.url) };
};
const isThing = (stream: string) => stream.startsWith('thing-');
const isClaim = (stream: string) => stream.startsWith('_command-');
const things = ({ log }: Peer) => log.all.filter(({ stream }) => isThing(stream));

describe('an append whose outcome nobody says', () => {
  const faults: [string, AppendFault][] = [
    ['the connection is cut after the write', { is: 'cut', written: true }],
    ['the connection is cut before the write', { is: 'cut', written: false }],
    ['the answer never comes, and it was written', { is: 'silence', written: true }],
    ['the answer never comes, and it was not written', { is: 'silence', written: false }],
    ['the call ends cleanly without an answer', { is: 'end' }],
    ['the server gives up after the write', { is: 'error', written: true, refusal: timedOut() }],
    ['the server is not ready', { is: 'error', written: false, refusal: notReady() }],
  ];

  it.each(faults)('is found out, and recorded once: %s', async (_, fault) => {
    const { peer, store } = await aWorld();
    peer.faults.append = first(1, fault, isThing);
    const append = anAppend({ events: [aFact({ n: 1 }), aFact({ n: 2 })] });
    const answer = await store.append(append);
    expect(answer).toMatchObject({ revision: 1n, position: await store.head() });
    expect(things(peer)).toHaveLength(2);
    expect(await store.append(append)).toEqual({ ...answer, repeated: true });
  });

  it.each(faults)('has a claim that is found out just so: %s', async (_, fault) => {
    const { peer, store } = await aWorld();
    peer.faults.append = first(1, fault, isClaim);
    expect(await store.append(anAppend())).toMatchObject({ revision: 0n, repeated: false });
    expect(things(peer)).toHaveLength(1);
  });

  it('stays unknown when nobody ever says, and the log tells later', async () => {
    const { peer, store } = await aWorld();
    const silent = { is: 'silence', written: false } as const;
    peer.faults.append = (stream) => (isThing(stream) ? silent : undefined);
    const append = anAppend();
    await expect(store.append(append)).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(await store.answerTo(append.occasion)).toBeUndefined();
    peer.faults.append = undefined;
    expect(await store.append(append)).toMatchObject({ revision: 0n });
    expect(await store.answerTo(append.occasion)).toMatchObject({ revision: 0n });
    expect(things(peer)).toHaveLength(1);
  });

  it('is lost to another one that took its place meanwhile', async () => {
    const { peer, store } = await aWorld();
    const append = anAppend();
    const rival = anAppend({ stream: append.stream });
    peer.faults.append = first(1, { is: 'silence', written: false }, isThing);
    const lost = store.append(append);
    await until(() => peer.asked.faults > 0);
    const won = await aStoreAt(peer.url).append(rival);
    await expect(lost).rejects.toMatchObject({ name: 'WrongVersion', expected: 0n, actual: 1n });
    expect(things(peer).map(({ position }) => position)).toEqual([won.position]);
  });

  it('does not take its neighbours with it', async () => {
    const { peer, store } = await aWorld();
    peer.faults.append = first(1, { is: 'error', written: true, refusal: broken() }, isThing);
    const appends = Array.from({ length: 20 }, () => anAppend());
    const answers = await Promise.all(appends.map((append) => store.append(append)));
    expect(new Set(answers.map(({ stream }) => stream)).size).toBe(20);
    expect(things(peer)).toHaveLength(20);
  });
});

describe('a log that is not there', () => {
  /** Nobody is waited for here. */
  const limits = { ...QUICK, callMs: 1_000, readMs: 600 };

  it('says so when nothing was recorded, and takes the same command later', async () => {
    const peer = await aPeer();
    const store = aStoreAt(peer.url, { limits });
    await peer.stop();
    const append = anAppend();
    await expect(store.append(append)).rejects.toMatchObject({ name: 'LogUnavailable' });
    await expect(store.identity()).rejects.toMatchObject({ name: 'LogUnavailable' });
    // Why it is not there, and not only that time ran out.
    await expect(store.head()).rejects.toThrow('ECONNREFUSED');
    await store.grown('start', new AbortController().signal);
    await peer.start();
    expect(await store.append(append)).toMatchObject({ revision: 0n, repeated: false });
  });

  it('is given up when it never answers, also before the first byte', async () => {
    const { peer } = await aWorld();
    peer.faults.gossip = () => 'silence';
    const store = aStoreAt(`esdb+discover://127.0.0.1:${String(peer.port)}?tls=false`, { limits });
    await expect(store.append(anAppend())).rejects.toMatchObject({ name: 'LogUnavailable' });
    await expect(store.readStream(aStream())).rejects.toMatchObject({ name: 'LogUnavailable' });
  });

  it('is found through its other nodes, at the leader', async () => {
    const leader = await aPeer();
    const follower = await aPeer({ log: leader.log });
    follower.follows = { port: leader.port };
    const store = aStoreAt(`esdb://127.0.0.1:${String(follower.port)},127.0.0.1:${String(leader.port)}?tls=false`);
    expect(await store.append(anAppend())).toMatchObject({ revision: 0n });
    expect(leader.asked.gossip + follower.asked.gossip).toBeGreaterThan(0);
    expect(leader.asked).toMatchObject({ features: 0, batches: 0 });
  });

  it('moves with its leader', async () => {
    const [one, two] = [await aPeer(), await aPeer()];
    const follower = await aPeer({ log: two.log });
    const store = aStoreAt(follower.url);
    await store.append(anAppend());
    follower.follows = { port: two.port };
    const append = anAppend();
    const answer = await store.append(append);
    expect(await store.answerTo(append.occasion)).toMatchObject({ position: answer.position });
    expect([things(one).length, things(two).length]).toEqual([0, 2]);
  });

  it('is waited for while nobody knows its leader', async () => {
    const peer = await aPeer();
    const store = aStoreAt(peer.url, { limits });
    peer.follows = { port: undefined };
    const append = anAppend();
    await expect(store.append(append)).rejects.toMatchObject({ name: 'LogUnavailable' });
    peer.follows = undefined;
    expect(await store.append(append)).toMatchObject({ revision: 0n });
  });

  it('is not called in the turn of the event loop in which another call lost the channel', async () => {
    const peer = await aPeer();
    const made = jest.spyOn(EventStoreDBClient, 'connectionString');
    const calls = later(new Calls(readAddress(peer.url), { ...LIMITS, callMs: 2_000 }), (one) => one.close());
    const client = made.mock.results[0]?.value as { handleError: (...failed: unknown[]) => unknown };
    made.mockRestore();
    const append = (stream: string) =>
      calls.append(stream, 0n, [jsonEvent({ type: 'X', data: {} })], new Deadline(2_000));
    let other: Promise<unknown> = Promise.reject(new Error('the client was not told of the failure'));
    other.catch(() => undefined);
    const { handleError } = client;
    client.handleError = (...failed) => {
      client.handleError = handleError;
      other = append('thing-2');
      return handleError(...failed);
    };
    peer.faults.append = first(1, { is: 'error', written: false, refusal: broken() });
    await expect(append('thing-1')).rejects.toMatchObject({ type: 'unavailable' });
    await other;
    expect(things(peer).map(({ stream }) => stream)).toEqual(['thing-2']);
  });

  it('costs no process its life, however often it goes away', async () => {
    const { ended, line } = startNode('test/support/kurrent-storm.ts', ['4']);
    await line(/^survived/);
    expect(await ended).toBe(0);
  });
});

describe('a log with TLS and users', () => {
  const secure = async () => {
    const tls = aCertificate();
    const folder = later(temporaryFolder(), async (path) => {
      removeFolder(path);
      return Promise.resolve();
    });
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, tls.certificate);
    const peer = await aPeer({ tls, user: { name: 'app', password: 'open: sesame' } });
    return { peer, trusting: `${peer.url}?tlsCaFile=${encodeURIComponent(ca)}` };
  };

  it('is written by its user', async () => {
    const { peer, trusting } = await secure();
    expect(await aStoreAt(trusting).append(anAppend())).toMatchObject({ revision: 0n });
    expect(things(peer)).toHaveLength(1);
  });

  it('refuses another password, and the error does not tell it', async () => {
    const { peer, trusting } = await secure();
    const store = aStoreAt(trusting.replace('sesame', 'barley'));
    await expect(store.append(anAppend())).rejects.toMatchObject({
      name: 'LogRefused',
      message: expect.not.stringContaining('barley'),
    });
    await expect(store.identity()).rejects.toMatchObject({ name: 'LogRefused' });
    expect(things(peer)).toHaveLength(0);
  });

  it('refuses a user who may not write, with nothing recorded', async () => {
    const { peer, store } = await aWorld();
    peer.faults.append = (stream) =>
      isThing(stream) ? { is: 'error', written: false, refusal: accessDenied() } : undefined;
    await expect(store.append(anAppend())).rejects.toMatchObject({ name: 'LogRefused' });
    peer.faults.append = () => ({ is: 'error', written: false, refusal: accessDenied() });
    await expect(store.append(anAppend())).rejects.toMatchObject({ name: 'LogRefused' });
    expect(things(peer)).toHaveLength(0);
  });

  it('is not spoken to when nobody vouches for its certificate', async () => {
    const { peer } = await secure();
    await expect(aStoreAt(peer.url).identity()).rejects.toMatchObject({
      name: 'LogRefused',
      message: expect.stringContaining('certificate'),
    });
  });
});

describe('what the log holds', () => {
  it('is refused as too large when the server says so, with nothing written', async () => {
    const { peer, store } = await aWorld();
    // Below the limit of every log, but not with the entry's text escaped and a second time beside it.
    const events = Array.from({ length: 4 }, () => aFact({ text: 'x'.repeat(261_300) }));
    await expect(store.append(anAppend({ events }))).rejects.toMatchObject({ name: 'EventTooLarge' });
    expect(things(peer)).toHaveLength(0);
  });

  it('has texts only beside an event, two of them under the names that KurrentDB knows', async () => {
    const { peer, store } = await aWorld();
    const append = anAppend();
    await store.append(append);
    const [thing] = things(peer);
    const metadata = JSON.parse(Buffer.from(thing?.metadata ?? []).toString()) as Record<string, unknown>;
    expect(metadata).toMatchObject({ $correlationId: append.occasion.correlationId, commandHash: append.commandHash });
    expect(Object.values(metadata).every((value) => typeof value === 'string')).toBe(true);
    const [event] = await store.readStream(append.stream);
    expect(metadata['entry']).toBe(event?.entry.toString());
  });

  it('is not taken for ours when it is not', async () => {
    const { peer, store } = await aWorld();
    const foreign = { id: '00000000-0000-4000-8000-0000000000ff', type: 'Other', contentType: 'application/json' };
    peer.log.append('other-1', 'none', [{ ...foreign, data: Buffer.from('{}'), metadata: Buffer.from('{}') }]);
    expect(await everything(store)).toEqual([]);
    await expect(store.readStream('other-1')).rejects.toMatchObject({ name: 'DamagedHistory' });
  });

  it('never steps back in time when a clock does, also after a restart', async () => {
    const peer = await aPeer();
    const clock = (time: string) => () => new Date(time);
    await aStoreAt(peer.url, { clock: clock('2022-03-31T09:00:05.000Z') }).append(anAppend());
    const behind = aStoreAt(peer.url, { clock: clock('2022-03-31T09:00:01.000Z') });
    await behind.append(anAppend());
    expect((await everything(behind)).map(({ recordedAt }) => recordedAt.slice(17, 19))).toEqual(['05', '05']);
  });

  it('finds an instant in a long log from its marks', async () => {
    const { peer } = await aWorld();
    let now = Date.parse('2022-03-31T00:00:00.000Z');
    const store = aStoreAt(peer.url, { clock: () => new Date(now), limits: { ...QUICK, markEvery: 5 } });
    const positions: bigint[] = [];
    for (let hour = 0; hour < 24; hour++, now += 3_600_000) positions.push((await store.append(anAppend())).position);
    await until(() => (peer.log.stream('_log-times')?.length ?? 0) >= 3);
    expect(await store.positionAt('2022-03-31T06:30:00.000Z')).toBe(positions[6]);
    expect(await store.positionAt('2022-03-30T06:30:00.000Z')).toBe('start');
    expect(await store.positionAt('2022-04-30T06:30:00.000Z')).toBe(positions[23]);
  });

  it('is as many appends as may wait, and no more', async () => {
    const peer = await aPeer();
    const store = aStoreAt(peer.url, { limits: { ...QUICK, running: 1, waiting: { appends: 2, bytes: 1 << 20 } } });
    const settled = await Promise.allSettled(Array.from({ length: 5 }, () => store.append(anAppend())));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Overloaded);
    expect(things(peer)).toHaveLength(3);
  });

  it('is settled when the store is left while busy, and nothing more is taken', async () => {
    const { store } = await aWorld();
    const busy = [...Array.from({ length: 20 }, () => store.append(anAppend())), store.append(anAppend())];
    const asleep = store.grown('start', new AbortController().signal);
    await store.close();
    await asleep;
    expect(await Promise.all(busy)).toHaveLength(21);
    await expect(store.append(anAppend())).rejects.toBeInstanceOf(Overloaded);
  });
});

describe('what others append', () => {
  it('wakes a reader at once', async () => {
    const { peer, store } = await aWorld();
    const woken = store.grown('start', new AbortController().signal);
    await aStoreAt(peer.url).append(anAppend());
    await woken;
    expect(await store.head()).not.toBe('start');
  });

  /** A tail of its own beside a store that writes. */
  const aTail = async (fault?: (phase: Phase) => SubscriptionFault | undefined) => {
    const { peer, store } = await aWorld();
    peer.faults.subscription = fault;
    const limits = { ...LIMITS, ...QUICK };
    const calls = later(new Calls(readAddress(peer.url), limits), (one) => one.close());
    const seen: bigint[] = [];
    const look = () => Promise.resolve('start' as const);
    const tail = new Tail({ calls, limits, look, seen: (position) => seen.push(position) });
    later(tail, (one) => {
      one.close();
      return Promise.resolve();
    });
    return { peer, store, tail, seen };
  };
  const appended = async (store: KurrentEventStore) => (await store.append(anAppend())).position;

  const phases: Phase[] = ['opened', 'confirmed', 'catching-up', 'caught-up', 'live', 'checkpoint'];
  const cuts: [string, SubscriptionFault][] = [
    ['an error', { is: 'error', refusal: broken() }],
    ['a clean end', { is: 'end' }],
  ];
  it.each(phases.flatMap((phase) => cuts.map(([how, fault]) => [phase, how, fault] as const)))(
    'is heard after the subscription was cut (%s, by %s), each once and in order',
    async (phase, _, fault) => {
      let armed = phase !== 'catching-up';
      const { peer, store, tail, seen } = await aTail((at) => {
        if (!armed || at !== phase) return undefined;
        armed = false;
        return fault;
      });
      tail.start();
      while (seen.length === 0) await appended(store);
      const noise = (stream: string) => {
        const body = { data: Buffer.from('{}'), metadata: Buffer.from('{}'), contentType: 'application/json' };
        peer.log.append(stream, 'none', [{ id: randomUUID(), type: 'Noise', ...body }]);
      };
      // Enough for a checkpoint, and none of it for readers.
      for (let n = 0; n < 1_100; n++) noise(`$noise-${String(n)}`);
      if (phase === 'catching-up') {
        armed = true;
        tail.suspect();
        noise('thing-1');
      }
      const last = await appended(store);
      await until(() => seen.includes(last));
      expect(armed).toBe(false);
      expect([...new Set(seen)].sort((a, b) => (a < b ? -1 : 1))).toEqual(seen);
    },
  );

  it('is heard again when the subscription said nothing and somebody noticed', async () => {
    let silent = false;
    const { store, tail, seen } = await aTail((phase) => (silent && phase === 'live' ? { is: 'silence' } : undefined));
    tail.start();
    while (seen.length === 0) await appended(store);
    silent = true;
    const missed = await appended(store);
    expect(seen).not.toContain(missed);
    silent = false;
    tail.suspect();
    await until(() => seen.includes(missed));
  });

  it('is heard when the server confirmed nothing at first', async () => {
    let silent = true;
    const { store, tail, seen } = await aTail((phase) =>
      silent && phase === 'opened' ? { is: 'silence' } : undefined,
    );
    tail.start();
    await appended(store);
    silent = false;
    await until(() => seen.length > 0 || (void appended(store), false));
  });
});

describe('a copy into KurrentDB', () => {
  const aLogAt = (url: string) => later(new KurrentLog(url), (log) => log.close());
  const bare = (records: readonly LogRecord[]) => records.map(({ position: _, ...rest }) => rest);

  it('holds the same events, however often it is repeated, and their commands are known', async () => {
    const [from, to] = [await aPeer(), await aPeer()];
    const append = anAppend({ events: [aFact({ n: 1 }), aFact({ n: 2 })] });
    const source = aStoreAt(from.url);
    await source.append(append);
    await source.append(anAppend({ stream: append.stream, expected: 2n }));
    const [read, written] = [aLogAt(from.url), aLogAt(to.url)];
    const records = await read.records('start', 10);
    expect(records).toHaveLength(3);
    to.faults.append = first(1, { is: 'cut', written: true }, isThing);
    await written.put(records);
    await written.put(records);
    expect(bare(await written.records('start', 10))).toEqual(bare(records));
    const copy = aStoreAt(to.url);
    expect(await copy.append(append)).toMatchObject({ repeated: true, revision: 1n });
    expect(await written.identity()).not.toBe(await read.identity());
  });
});
