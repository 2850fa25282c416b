import type { After, EventStore } from '#platform/event-store';
import { BeyondTheLog } from './beyond-the-log.js';
import type { Moment } from './views.js';

/** What tells of moments: the log, and the clock by which the present is known. */
export interface Times {
  readonly events: Pick<EventStore, 'positionAt' | 'head' | 'readAll'>;
  readonly clock: () => Date;
}

/** Whether the log ends before this position. */
export const isBeyond = async ({ events }: Pick<Times, 'events'>, position: bigint): Promise<boolean> => {
  const head = await events.head();
  return head === 'start' || position > head;
};

/** Up to which position the log stood at a moment. Throws BeyondTheLog for one that is not past: what it shows could still change. */
export const positionOf = async (moment: Moment, times: Times): Promise<After> => {
  if ('position' in moment) {
    if (await isBeyond(times, moment.position)) throw new BeyondTheLog('asOf');
    return moment.position;
  }
  if (await hasNotCome(moment.recordedAt, times)) throw new BeyondTheLog('asOf');
  return times.events.positionAt(moment.recordedAt);
};

/** The log's own clock may be ahead of this one: what it has written is past. */
const hasNotCome = async (instant: string, { events, clock }: Times): Promise<boolean> => {
  if (Date.parse(instant) <= clock().getTime()) return false;
  const head = await events.head();
  const last = head === 'start' ? undefined : await recordedAt(events, head);
  return last === undefined || Date.parse(instant) > Date.parse(last);
};

const recordedAt = async (events: Times['events'], position: bigint): Promise<string | undefined> => {
  const [event] = await events.readAll({ after: position === 0n ? 'start' : position - 1n, limit: 1 });
  return event?.recordedAt;
};

/** The instant that a look is taken at; the present when nothing is said. What is told by time is compared with it. */
export const instantOf = async (moment: Moment | undefined, { events, clock }: Times): Promise<string> => {
  if (!moment) return clock().toISOString();
  if ('recordedAt' in moment) return new Date(moment.recordedAt).toISOString();
  return (await recordedAt(events, moment.position)) ?? clock().toISOString();
};
