import type { After, EventStore } from '#platform/event-store';

/** How far a follower is behind the log. */
export interface Lag {
  /** Events it has not read yet, counted up to a thousand. */
  readonly events: number;
  /** Since when the first of them waits. */
  readonly seconds: number;
}

const COUNTED = 1_000;

/** Counted, not computed: positions promise order only (kurrentdb.md 5.2). */
export const lagOf = async (events: Pick<EventStore, 'scan'>, at: After, now: Date): Promise<Lag> => {
  const unread = await events.scan({ after: at, limit: COUNTED });
  // Only the first is parsed.
  const first = unread[0]?.read();
  const waited = first ? now.getTime() - Date.parse(first.recordedAt) : 0;
  return { events: unread.length, seconds: Math.max(0, waited / 1_000) };
};
