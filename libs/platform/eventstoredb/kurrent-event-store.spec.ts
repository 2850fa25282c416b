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

eventStoreContract('KurrentEventStore, over a peer that speaks its protocol,', async () => aStoreOn(await aPeer()));

describe('KurrentEventStore', () => {
  it('never asks which features there are, and never appends in batches', async () => {
    const peer = await aPeer();
    await aStoreOn(peer).identity();
    expect(peer.asked).toEqual({ features: 0, gossip: 0, batches: 0 });
  });
});
