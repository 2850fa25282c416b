import type { Id } from '#kernel';
import type { LogRecord } from '#platform/log-tools';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PeerLog } from '../../../test/support/kurrent-peer/peer-log.js';
import { Peer } from '../../../test/support/kurrent-peer/peer.js';
import { aFact, anAppend, aStream } from '../event-store/event-store.contract.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { KurrentLog } from './kurrent-log.js';

/** What is asked of the server, counted and not timed: each call is a round trip. */
describe('the calls that it takes', () => {
  let peer: Peer;
  let calls: string[];
  beforeEach(async () => {
    peer = await new Peer().start();
    calls = [];
    peer.faults.append = (stream) => void calls.push(`append ${kindOf(stream)}`);
    peer.faults.read = (stream) => void calls.push(`read ${kindOf(stream)}`);
  });
  afterEach(() => peer.stop());

  const kindOf = (stream: string) => stream.replace(/-.*$/, '');

  it('to append one new event are two, its claim and the event, and no time has to pass', async () => {
    // A clock that stands still: what waited for it would wait for ever.
    const store = new KurrentEventStore(peer.url, { clock: () => new Date('2022-03-31T09:00:00.000Z') });
    // The first ones of a process look for the last time that was recorded, and for a clock that the log was given.
    for (let n = 0; n < 2; n++) await store.append(anAppend());
    for (let n = 0; n < 20; n++) {
      calls.length = 0;
      await store.append(anAppend());
      expect(calls).toEqual(['append _command', 'append thing']);
    }
    await store.close();
  });

  it('to copy a log are claims of a hundred commands ahead of their events, and events in the order of the log', async () => {
    const source = await new Peer({ log: new PeerLog() }).start();
    const store = new KurrentEventStore(source.url);
    const streams: Id[] = [];
    for (let n = 0; n < 250; n++) {
      const stream = aStream();
      streams.push(stream);
      await store.append(anAppend({ stream, events: [aFact({ n })] }));
    }
    await store.close();
    const from = new KurrentLog(source.url);
    const records: readonly LogRecord[] = await from.records('start', 1_000);
    await from.close();
    await source.stop();

    const to = new KurrentLog(peer.url);
    await to.put(records);
    const copied = await to.records('start', 1_000);
    await to.close();
    expect(copied.map(({ stream }) => stream)).toEqual(streams);
    const appends = calls.filter((call) => call.startsWith('append'));
    const claimsBefore = (nth: number) => {
      const place = placeOf(appends, 'append thing', nth);
      return appends.slice(0, place).filter((call) => call === 'append _command').length;
    };
    expect(appends).toHaveLength(500);
    for (const [nth, claims] of [
      [0, 100],
      [100, 200],
      [249, 250],
    ] as const) {
      expect(claimsBefore(nth)).toBeGreaterThanOrEqual(claims);
    }
    expect(calls.filter((call) => call.startsWith('read'))).toHaveLength(1);
  });
});

const placeOf = (all: readonly string[], one: string, nth: number): number => {
  let found = 0;
  return all.findIndex((each) => each === one && found++ === nth);
};
