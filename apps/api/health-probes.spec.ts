import { MemoryEventStore } from '#platform/event-store';
import { describe, expect, it } from '@jest/globals';
import { aBox, append, packed } from '../../test/support/boxes.js';
import { lagProbe, transactionProbe } from './health-probes.js';
import { clockProbe } from './clock-probe.js';

const NOON = Date.parse('2022-03-31T12:00:00.000Z');
const seconds = (after: number) => new Date(NOON + after * 1_000);

describe('the log’s time', () => {
  /** A log with one event for each of these moments, seen from noon. */
  const sawAtNoon = async (...moments: readonly number[]) => {
    let now = seconds(0);
    const events = new MemoryEventStore(() => now);
    for (const moment of moments) {
      now = seconds(moment);
      await append(events, aBox(), [packed({})]);
    }
    return clockProbe(events, () => seconds(0))();
  };

  it.each([
    ['there is nothing in it', []],
    ['all was recorded before', [-60, 0]],
    ['clocks differ as honest clocks do', [-60, 1.5]],
  ])('is fine when %s', async (_, moments) => {
    expect((await sawAtNoon(...moments)).alarms).toEqual([]);
  });

  it('raises an alarm when a clock was ahead, and says by how much', async () => {
    const { metrics, alarms } = await sawAtNoon(-60, 86_400, 5);
    expect(metrics).toMatchObject([{ name: 'log_ahead_seconds', value: 86_400 }]);
    expect(alarms).toMatchObject([{ name: 'log-ahead-of-clock', facts: { seconds: 86_400 } }]);
  });
});

describe('transactions that stay open', () => {
  const session = { role: 'reporter', application: 'report', state: null };
  const look = (...ages: readonly number[]) =>
    transactionProbe({
      look: () => Promise.resolve(ages.map((age) => ({ id: `1/${age}`, pid: age, ...session, seconds: age }))),
    })();

  it('are told of by age, and raise an alarm each after a minute', async () => {
    const { metrics, alarms } = await look(600.4, 61, 59);
    expect(metrics).toMatchObject([{ name: 'oldest_transaction_seconds', value: 600.4 }]);
    expect(alarms.map(({ name, of, facts }) => ({ name, of, facts }))).toEqual([
      { name: 'open-transaction', of: '1/600.4', facts: { pid: 600.4, ...session, seconds: 600 } },
      { name: 'open-transaction', of: '1/61', facts: { pid: 61, ...session, seconds: 61 } },
    ]);
  });

  it('are none when nobody keeps one', async () => {
    const { metrics, alarms } = await look();
    expect(metrics).toMatchObject([{ value: 0 }]);
    expect(alarms).toEqual([]);
  });
});

describe('lag', () => {
  const lag = { views: { events: 7, seconds: 1.5 }, policies: { events: 0, seconds: 0 } };
  const look = (lateSeconds: number) =>
    lagProbe(
      { lag: () => Promise.resolve(lag) },
      { timerDelay: () => Promise.resolve({ lag: { events: 2, seconds: 3 }, lateSeconds }) },
      () => seconds(0),
    )();

  it('is told of in events and seconds, for views, policies and timers', async () => {
    const { metrics, alarms } = await look(59.9);
    expect(metrics.map(({ name, labels, value }) => [name, labels?.['follower'], value])).toEqual([
      ['follower_lag_events', 'views', 7],
      ['follower_lag_events', 'policies', 0],
      ['follower_lag_events', 'timers', 2],
      ['follower_lag_seconds', 'views', 1.5],
      ['follower_lag_seconds', 'policies', 0],
      ['follower_lag_seconds', 'timers', 3],
      ['timer_late_seconds', undefined, 59.9],
    ]);
    expect(alarms).toEqual([]);
  });

  it('raises an alarm when something has been due for a minute', async () => {
    expect((await look(60)).alarms).toMatchObject([{ name: 'timers-late', facts: { seconds: 60 } }]);
  });
});
