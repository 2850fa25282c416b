import { MemoryEventStore } from '#platform/event-store';
import { describe, expect, it } from '@jest/globals';
import { aBox, append, moved, packed } from '../../../../test/support/boxes.js';
import { sharedScan } from './shared-scan.js';

describe('scans that are shared', () => {
  const aLog = () => {
    const events = new MemoryEventStore();
    let scans = 0;
    const log = sharedScan({ scan: (range) => (scans++, events.scan(range)) });
    return { events, log, scans: () => scans };
  };
  const start = { after: 'start', limit: 10 } as const;

  it('answer all who ask for the same meanwhile', async () => {
    const { events, log, scans } = aLog();
    await append(events, aBox(), [packed(), moved('b')]);
    const [one, other] = await Promise.all([log.scan(start), log.scan(start)]);

    expect(one.map(({ type }) => type)).toEqual(['BoxPacked', 'BoxMoved']);
    expect(other).toBe(one);
    expect(scans()).toBe(1);
  });

  it('are made again for another place or another length, and for whoever asks later', async () => {
    const { events, log, scans } = aLog();
    await append(events, aBox(), [packed()]);
    await Promise.all([log.scan(start), log.scan({ ...start, limit: 1 }), log.scan({ ...start, after: 0n })]);
    expect(scans()).toBe(3);

    await append(events, aBox(), [packed()]);
    expect(await log.scan(start)).toHaveLength(2);
  });

  it('fail for all who share them, and not for who asks again', async () => {
    let fails = true;
    const log = sharedScan({ scan: () => (fails ? Promise.reject(new Error('cut')) : Promise.resolve([])) });
    const both = await Promise.allSettled([log.scan(start), log.scan(start)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);

    fails = false;
    expect(await log.scan(start)).toEqual([]);
  });
});
