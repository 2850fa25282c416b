import { setTimeout as sleep } from 'node:timers/promises';
import { KurrentEventStore } from '../../../libs/platform/eventstoredb/index.js';
import { anAppend } from '../an-append.js';
import { PeerCluster } from '../kurrent-peer/peer-cluster.js';

const WRITERS = 8;
/** How long an election took, with the others still naming the one that is frozen (kurrentdb.md part 6). */
const ELECTION_MS = 3_000;

export interface Frozen {
  /** The longest time in which nothing was recorded, and how much was recorded in all. */
  readonly pauseMs: number;
  readonly recorded: number;
  /** Streams of those that were told they are recorded, and do not hold one event. */
  readonly wrong: number;
}

/** The leader is frozen under writers, another one is elected, and the first one comes back when they have gone on for a while. */
export const frozenLeader = async (): Promise<Frozen> => {
  const cluster = await PeerCluster.start();
  const store = new KurrentEventStore(cluster.url);
  const told: string[] = [];
  let last = performance.now();
  let pauseMs = 0;
  let on = true;
  const write = async () => {
    while (on) {
      const append = anAppend();
      if (!(await store.append(append).catch(() => undefined))) continue;
      told.push(append.stream);
      pauseMs = Math.max(pauseMs, Math.round(performance.now() - last));
      last = performance.now();
    }
  };
  const writing = Promise.all(Array.from({ length: WRITERS }, write));
  const upTo = async (count: number) => {
    while (told.length < count) await sleep(10);
  };
  await upTo(50);
  const { leader } = cluster;
  leader.freeze();
  await sleep(ELECTION_MS);
  cluster.elect(cluster.follower);
  const before = told.length;
  await upTo(before + 50);
  leader.thaw();
  await upTo(before + 100);
  on = false;
  await writing;
  const wrong = told.filter((stream) => cluster.log.stream(stream)?.length !== 1).length;
  await store.close();
  await cluster.stop();
  return { pauseMs, recorded: told.length, wrong };
};
