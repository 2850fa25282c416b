import { randomUUID } from 'node:crypto';
import { idOf } from '#kernel';
import { KurrentEventStore, KurrentLog } from '#platform/eventstoredb';
import type { LogRecord } from '#platform/log-tools';
import { aBox, append, moved, packed } from '../support/boxes.js';
import { anAppend } from './appends.js';
import { interleaved, resultOf, type Bench, type Result, type Round } from './bench.js';
import { bareAppends } from './kurrent-bare.js';
import { asFollowers, withClaims } from './kurrent-claims.js';
import { secondsToFollow } from './kurrent-policies.js';
import { startPeer, type PeerApart } from './peer-apart.js';

const STREAMS = 500;
const EVENTS_EACH = 10;
const COMMANDS = 2_000;
const APPENDS = 100;
const PAGE = 500;
const ROUNDS = 5;

const atMost = (what: string, unit: string, ours: number, theirs: number): Result =>
  resultOf(what, unit, [{ ours, theirs }], { direction: '<=', ratio: 1 });

/** A store on a peer of its own, for as long as the work takes. */
const withPeer = async <T>(work: (peer: PeerApart, store: KurrentEventStore) => Promise<T>): Promise<T> => {
  const peer = await startPeer();
  const store = new KurrentEventStore(peer.url);
  try {
    return await work(peer, store);
  } finally {
    await store.close();
    peer.stop();
  }
};

const newStream = () => idOf('thing', randomUUID());

const following = () =>
  withPeer(async (peer, store) => {
    const boxes = Array.from({ length: STREAMS }, () => aBox());
    await Promise.all(boxes.map((box) => append(store, box, [packed()])));
    for (let n = 1; n < EVENTS_EACH; n++) await Promise.all(boxes.map((box) => append(store, box, [moved(String(n))])));
    const head = await store.head();
    await peer.waits(3);
    const seconds = await secondsToFollow(store, head === 'start' ? 0n : head);
    return atMost('5,000 events through a policy, 3 ms a call', 's', seconds, 5);
  });

/** A log of so many commands, on a peer. */
const filled = async (store: KurrentEventStore, commands: number): Promise<void> => {
  const appends = Array.from({ length: commands }, (_, n) => anAppend(newStream(), 0n, n));
  for (let at = 0; at < commands; at += PAGE)
    await Promise.all(appends.slice(at, at + PAGE).map((one) => store.append(one)));
};

const copying = () =>
  withPeer((source, store) =>
    withPeer(async (target) => {
      await filled(store, COMMANDS);
      await target.waits(5);
      const [from, to] = [new KurrentLog(source.url), new KurrentLog(target.url)];
      const records = await from.records('start', COMMANDS);
      const put = async (page: readonly LogRecord[]) => {
        const began = performance.now();
        await to.put(page);
        return (performance.now() - began) / page.length;
      };
      const rounds: Round[] = [];
      for (let at = 0; at < COMMANDS; at += PAGE) {
        const theirs = mean(await bareAppends(target.url, APPENDS));
        rounds.push({ ours: await put(records.slice(at, at + PAGE)), theirs });
      }
      await Promise.all([from.close(), to.close()]);
      const goal = { direction: '<=', ratio: 1.2 } as const;
      return resultOf('a command of log copy, 5 ms a call, beside one append of the bare client', 'ms', rounds, goal);
    }),
  );

const appending = () =>
  withPeer(async (peer, store) => {
    await filled(store, 2);
    await peer.waits(5);
    const ours = async () => {
      const began = performance.now();
      for (let n = 0; n < APPENDS; n++) await store.append(anAppend(newStream(), 0n, n));
      return (performance.now() - began) / APPENDS;
    };
    const rounds = await interleaved(ROUNDS, ours, async () => mean(await bareAppends(peer.url, APPENDS)));
    const goal = { direction: '<=', ratio: 2.3 } as const;
    return resultOf('an append by one writer, 5 ms a call, beside one append of the bare client', 'ms', rounds, goal);
  });

const mean = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0) / figures.length;

const claims = () =>
  withPeer(async (peer, store) => {
    await filled(store, 5 * COMMANDS);
    const rounds = await interleaved(
      ROUNDS,
      () => asFollowers(peer.url),
      () => withClaims(peer.url),
    );
    return resultOf('reading as followers do, beside reading past claims, events/s', 'events/s', rounds, {
      direction: '>=',
      ratio: 2,
    });
  });

/** What a log in KurrentDB costs in calls. The peer is no KurrentDB: it waits as long as it is told, in a process of its own. */
export const kurrent: Bench = {
  title: 'KurrentDB (a peer on this machine that waits): reading, copying, appending',
  columns: ['ours', 'beside'],
  run: async () => [await following(), await copying(), await appending(), await claims()],
};
