import type { Id } from '#kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Phase, SubscriptionFault } from '../../../test/support/kurrent-peer/faults.js';
import { Peer } from '../../../test/support/kurrent-peer/peer.js';
import { notReady } from '../../../test/support/kurrent-peer/refusals.js';
import { until } from '../../../test/support/soon.js';
import { anAppend, aStream, everything } from '../event-store/event-store.contract.js';
import { KurrentEventStore } from './kurrent-event-store.js';

const EVENTS = 650;
const PAGE = 100;
/** A busy machine is silent for a while, too: nobody gives up where nothing is wrong, and soon where something is. */
const PATIENT = { silenceMs: 60_000, idleMs: 60_000 };
const IMPATIENT = { silenceMs: 300 };

/** Kinds of ends that a subscription can come to at any of its phases. */
const FAULTS: readonly SubscriptionFault[] = [{ is: 'silence' }, { is: 'error', refusal: notReady() }, { is: 'end' }];
const PHASES: readonly Phase[] = ['opened', 'confirmed', 'catching-up', 'checkpoint', 'caught-up'];

describe('a reader who is far behind', () => {
  let peer: Peer;
  let store: KurrentEventStore;
  let streams: readonly Id[];
  let sent: number;
  let pages: number;
  const forReaders = () => peer.log.all.flatMap(({ stream }) => (/^[$_]/.test(stream) ? [] : [stream as Id]));
  beforeAll(async () => {
    peer = await new Peer().start();
    const writer = new KurrentEventStore(peer.url);
    for (let n = 0; n < EVENTS; n += 50) await Promise.all(Array.from({ length: 50 }, () => writer.append(anAppend())));
    await writer.close();
    streams = forReaders();
  });
  afterAll(() => peer.stop());
  beforeEach(() => {
    store = new KurrentEventStore(peer.url, { limits: PATIENT });
    [sent, pages] = [0, 0];
    peer.faults.subscription = (phase) => {
      if (phase === 'catching-up') sent += 1;
      return undefined;
    };
    peer.faults.read = (stream) => {
      if (stream === '$all') pages += 1;
      return undefined;
    };
  });
  afterEach(() => store.close());

  const read = async () => (await everything(store, 'start', PAGE)).map(({ stream }) => stream);

  it('is sent each event for readers once, and no claim with them, after the first page', async () => {
    expect(await read()).toEqual(streams);
    expect(sent).toBe(EVENTS - PAGE);
    // The first one, what there may be after the last event, and that there is nothing after it.
    expect(pages).toBe(3);
    await until(() => peer.subscriptions.size === 0);
  });

  it('shares nothing with others who read the same at the same time', async () => {
    expect(await Promise.all([read(), read(), read()])).toEqual([streams, streams, streams]);
  });

  it('who never comes back leaves nothing open when the log is left', async () => {
    const [first] = (await store.readAll({ after: 'start', limit: PAGE })).slice(-1);
    await store.readAll({ after: first?.position ?? 'start', limit: PAGE });
    expect(peer.subscriptions.size).toBe(1);
    await store.close();
    await until(() => peer.subscriptions.size === 0);
  });

  describe.each(PHASES)('whose subscription fails when it is %s', (phase) => {
    beforeEach(async () => {
      await store.close();
      store = new KurrentEventStore(peer.url, { limits: IMPATIENT });
    });

    it.each(FAULTS)('reads all there is, once and in order: $is', async (fault) => {
      let nth = 0;
      peer.faults.subscription = (one) => {
        if (one === phase) nth += 1;
        return one === phase && nth % 70 === (phase === 'catching-up' ? 30 : 1) ? fault : undefined;
      };
      expect(await read()).toEqual(streams);
      expect(nth).toBeGreaterThan(0);
    });
  });

  it('hears what is appended while they read', async () => {
    const more = aStream();
    const [first] = await Promise.all([read(), store.append(anAppend({ stream: more }))]);
    expect([...new Set([...first, ...(await read())])]).toEqual([...streams, more]);
  });
});
