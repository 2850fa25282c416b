import { ClockCannotBeSet } from '#platform/log-tools';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Peer } from '../../../test/support/kurrent-peer/peer.js';
import { timedOut } from '../../../test/support/kurrent-peer/refusals.js';
import { aFact, anAppend, anOccasion, everything } from '../event-store/event-store.contract.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { KurrentLog } from './kurrent-log.js';

const FROM = '2022-03-01T00:00:00.000Z';
const NOON = '2026-01-01T12:00:00.000Z';
const at = (occurredAt: string) => ({ occasion: anOccasion({ occurredAt }) });

describe('the clock of a log for stories and trials, in KurrentDB', () => {
  const opened: { close(): Promise<void> }[] = [];
  let peer: Peer;
  let real = new Date(NOON);
  beforeEach(async () => {
    real = new Date(NOON);
    peer = await new Peer().start();
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
    await peer.stop();
  });

  const storeOn = (limits = {}) => {
    const store = new KurrentEventStore(peer.url, { clock: () => real, limits });
    opened.push(store);
    return store;
  };
  const logOn = () => {
    const log = new KurrentLog(peer.url);
    opened.push(log);
    return log;
  };
  const recorded = async (store: KurrentEventStore) =>
    (await everything(store)).map(({ recordedAt }) => recordedAt.slice(0, 16));

  it('begins where the owner says, and runs ahead to what is sent, never back and never beyond the present', async () => {
    await logOn().startTestClock(FROM);
    const store = storeOn();
    expect(await store.testClock()).toMatchObject({ from: FROM });
    expect(await store.head()).toBe('start');
    for (const day of ['2000-01-01', '2022-03-17', '2022-03-16', '2999-01-01']) {
      await store.append(anAppend({ ...at(`${day}T09:00:00.000Z`), events: [aFact(), aFact()] }));
    }

    const [first = '', second, ...rest] = await recorded(store);
    expect([first.slice(0, 10), second?.slice(0, 10)]).toEqual(['2022-03-01', '2022-03-01']);
    expect(rest).toEqual(Array.from({ length: 6 }, () => '2022-03-17T09:00'));
  });

  it('goes on in another process where the log has come to', async () => {
    await logOn().startTestClock(FROM);
    const store = storeOn();
    await store.append(anAppend(at('2023-05-01T09:00:00.000Z')));

    const other = storeOn();
    await other.append(anAppend(at('2022-04-01T09:00:00.000Z')));
    expect(await recorded(store)).toEqual(['2023-05-01T09:00', '2023-05-01T09:00']);
    expect(await other.testClock()).toMatchObject({ from: FROM });
  });

  it('cannot be set any more when the log holds an event, and the log then is what it is for good', async () => {
    const store = storeOn();
    await store.append(anAppend());
    await expect(logOn().startTestClock(FROM)).rejects.toThrow(ClockCannotBeSet);
    expect(await logOn().testClock()).toBeUndefined();
    expect(await storeOn().testClock()).toBeUndefined();
    expect((await recorded(store))[0]?.slice(0, 10)).toBe('2026-01-01');
  });

  it('is never passed over: an act is not recorded at the time of today because the mark could not be read', async () => {
    await logOn().startTestClock(FROM);
    const store = storeOn({ readMs: 200 });
    const cannot = { is: 'error', refusal: timedOut() } as const;
    peer.faults.read = (stream) => (stream === '_log-clock' ? cannot : undefined);
    const append = anAppend(at('2000-01-01T00:00:00.000Z'));
    await expect(store.append(append)).rejects.toMatchObject({ name: 'LogUnavailable' });
    expect(peer.log.all.filter(({ stream }) => stream === append.stream)).toEqual([]);
    peer.faults.read = undefined;
    await store.append(append);
    expect((await recorded(store))[0]?.slice(0, 10)).toBe('2022-03-01');
  });

  it('can be set anew while the log is empty', async () => {
    await logOn().startTestClock(FROM);
    await logOn().startTestClock('2023-01-01T00:00:00.000Z');
    expect(await storeOn().testClock()).toMatchObject({ from: '2023-01-01T00:00:00.000Z' });
  });

  it.each(['2999-01-01T00:00:00.000Z', '1949-09-30T15:59:59.999Z'])('cannot begin at %s', async (from) => {
    await expect(logOn().startTestClock(from)).rejects.toThrow(ClockCannotBeSet);
    expect(await logOn().testClock()).toBeUndefined();
  });
});
