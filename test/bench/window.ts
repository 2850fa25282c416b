import { createHash, randomUUID } from 'node:crypto';
import { idOf } from '#kernel';
import { BasisChanged, type Append } from '../../libs/platform/event-store/index.js';
import { KurrentEventStore } from '../../libs/platform/eventstoredb/index.js';
import { Peer } from '../support/kurrent-peer/peer.js';
import { PeerLog } from '../support/kurrent-peer/peer-log.js';
import { percentile } from '../support/percentile.js';
import { resultOf, type Bench, type Result } from './bench.js';

const ACTS = 100;
const RACES = 300;

const anAppend = (more: Partial<Append>): Append => ({
  stream: `thing-${randomUUID()}`,
  expected: 0n,
  occasion: {
    actorId: `person-${randomUUID()}`,
    occurredAt: '2022-03-31T09:00:00.000Z',
    ...{ commandId: randomUUID(), correlationId: randomUUID(), source: 'web' },
  },
  commandHash: createHash('sha256').update('asked').digest('hex'),
  events: [{ type: 'ThingHappened', schemaVersion: 1, data: {} }],
  ...more,
});

/** Remembers when somebody looked at one stream, and when another was written. */
class WatchedLog extends PeerLog {
  watched = '';
  looked = 0;
  wrote = 0;

  override stream(name: string) {
    if (name === this.watched) this.looked = performance.now();
    return super.stream(name);
  }

  override append(...written: Parameters<PeerLog['append']>) {
    this.wrote = performance.now();
    return super.append(...written);
  }
}

/** How long what an act rests on can change unseen, beside a call of the server. */
const widths = async (store: KurrentEventStore, log: WatchedLog) => {
  const windows: number[] = [];
  const calls: number[] = [];
  for (let act = 0; act < ACTS; act++) {
    const right = idOf('grant', randomUUID());
    log.watched = right;
    await store.append(anAppend({ reliesOn: [{ stream: right, events: 0n }] }));
    windows.push((log.wrote - log.looked) * 1_000);
    const before = performance.now();
    await store.readStream(`thing-${randomUUID()}`);
    calls.push((performance.now() - before) * 1_000);
  }
  for (const figures of [windows, calls]) figures.sort((a, b) => a - b);
  const at = (share: number) => [{ ours: percentile(windows, share), theirs: percentile(calls, share) }];
  return { p50: at(0.5), p99: at(0.99) };
};

/** How many acts are recorded after the change of what they rest on: of those sent at the same moment as it, or when it was answered. */
const unseen = async (
  acting: KurrentEventStore,
  changing: KurrentEventStore,
  when: 'together' | 'afterwards',
): Promise<number> => {
  let count = 0;
  for (let race = 0; race < RACES; race++) {
    const right = idOf('grant', randomUUID());
    const change = changing.append(anAppend({ stream: right }));
    if (when === 'afterwards') await change;
    const act = acting.append(anAppend({ reliesOn: [{ stream: right, events: 0n }] })).catch((error: unknown) => {
      if (error instanceof BasisChanged) return undefined;
      throw error;
    });
    const [done, changed] = await Promise.all([act, change]);
    if (done && done.position > changed.position) count++;
  }
  return count;
};

const acts = (what: string, ours: number, ratio: number) =>
  resultOf(what, 'acts', [{ ours, theirs: RACES }], { direction: '<=', ratio });

/** T28 on KurrentDB, where the look at what an act rests on and its write are two steps. The peer is no KurrentDB: it is as near as this machine gets. */
export const window: Bench = {
  title: 'KurrentDB (a peer on this machine): what can change unseen while an act is recorded',
  columns: ['window', 'beside'],
  async run(pace): Promise<readonly Result[]> {
    const log = new WatchedLog();
    const peer = await new Peer({ log }).start();
    const [acting, changing] = [new KurrentEventStore(peer.url), new KurrentEventStore(peer.url)];
    try {
      const { p50, p99 } = await widths(acting, log);
      const together = pace ? 0 : await unseen(acting, changing, 'together');
      const afterwards = pace ? 0 : await unseen(acting, changing, 'afterwards');
      const goal = { direction: '<=', ratio: 2 } as const;
      return [
        resultOf('window, p50, beside one read of an empty stream', 'µs', p50, goal),
        resultOf('window, p99, beside the same', 'µs', p99, goal),
        acts('acts recorded after a change sent at the same moment, of all', together, 1),
        acts('acts recorded after a change that had been answered, of all', afterwards, 0),
      ];
    } finally {
      await Promise.all([acting.close(), changing.close()]);
      await peer.stop();
    }
  },
};
