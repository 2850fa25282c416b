import type { Clock } from '../../libs/platform/decide/clock.js';
import type { EventStore } from '../../libs/platform/event-store/event-store.js';
import type { Alarm } from '../../libs/platform/telemetry/alarms.js';
import type { Probe } from '../../libs/platform/telemetry/health-probes.js';
import { APART_SECONDS } from './health-probes.js';

type Recorded = Pick<EventStore, 'head' | 'positionAt' | 'readAll'>;
/** By how many seconds at least the log is ahead of a clock. */
const aheadOf = async (events: Recorded, clock: Clock): Promise<number> => {
  const head = await events.head();
  const now = clock();
  const known = await events.positionAt(now.toISOString());
  if (head === 'start' || (known !== 'start' && known >= head)) return 0;
  const [next] = await events.readAll({ after: known, limit: 1 });
  return next ? Math.max(0, (Date.parse(next.recordedAt) - now.getTime()) / 1000) : 0;
};
/**
 * A log that is ahead of the clock: one of the clocks was wrong, or is. Times of recording never step back, so they stand still until the
 * clock has caught up (F18).
 */
export const clockProbe =
  (events: Recorded, clock: Clock): Probe =>
  async () => {
    const seconds = await aheadOf(events, clock);
    const help = { en: 'How far the log is ahead of the clock, at least.', zh: '日志时间超前本机时钟的秒数（下限）。' };
    const alarm: Alarm = {
      name: 'log-ahead-of-clock',
      of: 'log',
      text: {
        en: 'The log is ahead of the clock: new events carry its last time until the clock catches up. Compare the clocks.',
        zh: '日志时间超前于时钟：时钟追上之前，新事件沿用日志最后的时间。请核对各机时钟。',
      },
      facts: { seconds: Math.round(seconds) },
    };
    return {
      metrics: [{ name: 'log_ahead_seconds', help, value: seconds }],
      alarms: seconds > APART_SECONDS ? [alarm] : [],
    };
  };
