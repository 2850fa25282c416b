import type { AnyTimer } from '#kernel';
import type { EventStore } from '#platform/event-store';
import { lagOf, type Lag } from '../loop/lag.js';
import { lowest } from '../loop/position.js';
import type { TimerStore } from './timer-store.js';

/** How far timers are behind: with the log, and with what is due. */
export interface TimerDelay {
  readonly lag: Lag;
  /** For how long the oldest thing that is due has not been asked for. */
  readonly lateSeconds: number;
}

interface Delayed {
  readonly timers: readonly AnyTimer[];
  readonly store: Pick<TimerStore, 'checkpoints' | 'soonest'>;
  readonly events: Pick<EventStore, 'scan'>;
}

/** A program without timers is never behind with them. */
export const timerDelay = async ({ timers, store, events }: Delayed, now: Date): Promise<TimerDelay> => {
  if (timers.length === 0) return { lag: { events: 0, seconds: 0 }, lateSeconds: 0 };
  const [checkpoints, soonest] = await Promise.all([store.checkpoints(), store.soonest()]);
  const at = lowest(timers.map(({ name }) => checkpoints.get(name) ?? 'start'));
  const late = soonest === undefined ? 0 : now.getTime() - Date.parse(soonest);
  return { lag: await lagOf(events, at, now), lateSeconds: Math.max(0, late / 1_000) };
};
