import { describe, expect, it } from '@jest/globals';
import { anAppend, anOccasion, everything } from './event-store.contract.js';
import { MemoryEventStore, RunningTestClock } from './index.js';

const FROM = '2022-03-01T00:00:00.000Z';

describe('a clock for stories and trials', () => {
  let real = new Date('2026-01-01T00:00:00.000Z');
  const aClock = () => {
    real = new Date('2026-01-01T00:00:00.000Z');
    return new RunningTestClock(FROM, () => real);
  };
  const later = (ms: number) => (real = new Date(+real + ms));

  it('goes at the real speed from where it began', () => {
    const clock = aClock();
    later(90_000);
    expect(clock.reading()).toEqual({ from: FROM, shows: '2022-03-01T00:01:30.000Z' });
  });

  it('runs ahead, goes on from there, and never back', () => {
    const clock = aClock();
    clock.runTo('2022-05-01T00:00:00.000Z');
    clock.runTo('2022-04-01T00:00:00.000Z');
    later(1_000);
    expect(clock.now().toISOString()).toBe('2022-05-01T00:00:01.000Z');
  });

  it.each(['2026-01-01T00:00:00.001Z', '2999-01-01T00:00:00.000Z', ''])('does not run to %j', (moment) => {
    const clock = aClock();
    clock.runTo(moment);
    expect(clock.now().toISOString()).toBe(FROM);
  });

  it('gives a log in memory its times', async () => {
    const store = new MemoryEventStore(() => new Date('2026-01-01T00:00:00.000Z'), { testFrom: FROM });
    for (const occurredAt of ['2000-01-01T00:00:00.000Z', '2022-04-01T00:00:00.000Z', '2022-03-31T00:00:00.000Z']) {
      await store.append(anAppend({ occasion: anOccasion({ occurredAt }) }));
    }
    expect((await everything(store)).map(({ recordedAt }) => recordedAt)).toEqual([
      FROM,
      ...['2022-04-01T00:00:00.000Z', '2022-04-01T00:00:00.000Z'],
    ]);
  });
});
