import type { EventStore } from '#platform/event-store';
import { justBefore, startOfDay } from '#time';

/** As many are counted; whoever is told this many knows that there may be more. */
const COUNTED = 1_000;

/**
 * How many events the log recorded on the day in China that an instant belongs to, up to this instant. Counted, not computed: positions
 * promise order only (kurrentdb.md 5.2).
 */
export const recordedToday = async (
  events: Pick<EventStore, 'positionAt' | 'scan'>,
  instant: string,
): Promise<number> => {
  const [after, last] = await Promise.all([
    events.positionAt(justBefore(startOfDay(instant))),
    events.positionAt(instant),
  ]);
  if (last === 'start') return 0;
  const found = await events.scan({ after, limit: COUNTED });
  return found.filter(({ position }) => position <= last).length;
};
