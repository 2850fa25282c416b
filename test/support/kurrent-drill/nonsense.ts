import { setTimeout as sleep } from 'node:timers/promises';
import { KurrentEventStore } from '../../../libs/platform/eventstoredb/index.js';
import { anAppend } from '../an-append.js';
import { Peer } from '../kurrent-peer/peer.js';
import { followAll } from './follow-all.js';

/** Answers that the client cannot read, on a read and on a subscription; what came after is read and heard all the same. */
export const nonsense = async (): Promise<void> => {
  const peer = await new Peer().start();
  const store = new KurrentEventStore(peer.url);
  const over = new AbortController();
  const seen = new Set<string>();
  const following = followAll(store, (stream) => seen.add(stream), over.signal);
  while (peer.asked.live === 0) await sleep(5);
  let times = 0;
  const once = () => (times++ === 0 ? ({ is: 'nonsense' } as const) : undefined);
  peer.faults.subscription = once;
  const append = anAppend();
  await store.append(append);
  while (times === 0 || !seen.has(append.stream)) await sleep(5);
  times = 0;
  peer.faults.read = once;
  await store.readStream(append.stream);
  over.abort();
  await following;
  await store.close();
  await peer.stop();
};
