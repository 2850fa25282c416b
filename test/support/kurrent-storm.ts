import { KurrentEventStore } from '../../libs/platform/eventstoredb/index.js';
import { anAppend } from './an-append.js';
import { Peer } from './kurrent-peer/peer.js';

/** Appends while the server goes away again and again: a rejection that nobody handles ends the process, and with it the spec. */
const storm = async (rounds: number): Promise<void> => {
  const peer = await new Peer().start();
  const store = new KurrentEventStore(peer.url, { limits: { callMs: 400, appendMs: 3_000, tries: 8, pauseMs: 5 } });
  const forever = new AbortController();
  let recorded = 0;
  for (let round = 0; round < rounds; round++) {
    const appends = Array.from({ length: 32 }, () => store.append(anAppend()));
    void store.grown('start', forever.signal);
    for (const ms of [0, 15, 40]) setTimeout(() => peer.cut(), ms + round);
    recorded += (await Promise.allSettled(appends)).filter(({ status }) => status === 'fulfilled').length;
  }
  while (!(await store.append(anAppend()).catch(() => undefined))) continue;
  const held = peer.log.all.filter(({ stream }) => stream.startsWith('thing-'));
  const isOnce = new Set(held.map(({ stream }) => stream)).size === held.length;
  console.log(`survived: ${String(recorded)} recorded, ${String(held.length)} held`);
  await store.close();
  await peer.stop();
  process.exit(isOnce && held.length > recorded ? 0 : 1);
};

void storm(Number(process.argv[2] ?? 8));
