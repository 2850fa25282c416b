import type { After, EventStore } from '#platform/event-store';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Peer } from '../../../test/support/kurrent-peer/peer.js';
import { eventStoreContract } from '../event-store/event-store.contract.js';
import { KurrentEventStore } from './kurrent-event-store.js';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const aPeer = async (): Promise<Peer> => {
  const peer = await new Peer().start();
  opened.push(() => peer.stop());
  return peer;
};
const aStoreOn = ({ url }: Peer): KurrentEventStore => {
  const store = new KurrentEventStore(url);
  opened.push(() => store.close());
  return store;
};

const STEPS = { looksAndWrites: 'one after the other' } as const;

eventStoreContract(
  'KurrentEventStore, over a peer that speaks its protocol,',
  async () => aStoreOn(await aPeer()),
  STEPS,
);

const server = process.env['EVENTSTOREDB_TEST_URL'] ?? '';
const onServer = server === '' ? it.skip : it;
if (server === '') {
  console.log('skipped: EVENTSTOREDB_TEST_URL is not set, so no real KurrentDB was asked to keep the contract');
  onServer('KurrentEventStore, over a real server, keeps the event store contract', () => undefined);
} else {
  const open = () => {
    const store = new KurrentEventStore(server);
    opened.push(() => store.close());
    return fromHereOn(store);
  };
  eventStoreContract('KurrentEventStore, over a real server,', open, STEPS);
}

/** A log that cannot be emptied, as it looks to somebody who came now: what was there before is not. */
const fromHereOn = async (store: EventStore): Promise<EventStore> => {
  const began = await store.head();
  const told = (at: After): After => (at === 'start' || began === 'start' || at > began ? at : 'start');
  const real = (after: After): After => (after === 'start' ? began : after);
  return {
    append: (append) => store.append(append),
    readStream: (stream, range) => store.readStream(stream, range),
    readAll: ({ after, limit }) => store.readAll({ after: real(after), limit }),
    scan: ({ after, limit }) => store.scan({ after: real(after), limit }),
    latest: async (limit) => (await store.latest(limit)).filter(({ position }) => told(position) !== 'start'),
    answerTo: (command) => store.answerTo(command),
    head: async () => told(await store.head()),
    positionAt: async (recordedAt) => told(await store.positionAt(recordedAt)),
    recordedAt: (position) => store.recordedAt(position),
    identity: () => store.identity(),
    testClock: () => store.testClock(),
    damages: () => store.damages(),
    grown: (after, signal) => store.grown(real(after), signal),
  };
};

describe('KurrentEventStore', () => {
  it('never asks which features there are, and never appends in batches', async () => {
    const peer = await aPeer();
    await aStoreOn(peer).identity();
    expect(peer.asked).toMatchObject({ features: 0, gossip: 0, batches: 0 });
  });
});
