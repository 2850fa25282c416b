import type { After, EventStore } from '#platform/event-store';
import { BeyondTheLog } from './beyond-the-log.js';
import type { Moment } from './views.js';

/** What tells of moments: the log, and the clock by which the present is known. */
export interface Times {
  readonly events: Pick<EventStore, 'positionAt' | 'head' | 'recordedAt'>;
  readonly clock: () => Date;
}

/** Whether the log ends before this position. */
const isBeyond = async ({ events }: Pick<Times, 'events'>, position: bigint): Promise<boolean> => {
  const head = await events.head();
  return head === 'start' || position > head;
};

/** Up to which position the log stood at a moment. Throws BeyondTheLog for one that is not past: what it shows could still change. */
export const positionOf = async (moment: Moment, times: Times): Promise<After> => {
  if ('position' in moment) {
    if (await isBeyond(times, moment.position)) throw new BeyondTheLog();
    return moment.position;
  }
  if (await hasNotCome(moment.recordedAt, times)) throw new BeyondTheLog();
  return times.events.positionAt(moment.recordedAt);
};

/** The log's own clock may be ahead of this one: what it has written is past. */
const hasNotCome = async (instant: string, { events, clock }: Times): Promise<boolean> => {
  if (Date.parse(instant) <= clock().getTime()) return false;
  const head = await events.head();
  const last = head === 'start' ? undefined : await events.recordedAt(head);
  return last === undefined || Date.parse(instant) > Date.parse(last);
};

/** The instant that a look is taken at; the present when nothing is said. What is told by time is compared with it. */
export const instantOf = async (moment: Moment | undefined, { events, clock }: Times): Promise<string> => {
  if (!moment) return clock().toISOString();
  if ('recordedAt' in moment) return new Date(moment.recordedAt).toISOString();
  const recordedAt = await events.recordedAt(moment.position);
  // Not every number below the end is a position of every log.
  if (recordedAt === undefined) throw new BeyondTheLog();
  return recordedAt;
};
