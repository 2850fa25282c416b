import type { EventStore } from '#platform/event-store';
import { lagOf, type Lag } from '#platform/follow';
import type { TableStatus } from '#platform/postgres';

/** A table of a view, and how far it is behind the log. */
export interface ViewStanding extends TableStatus {
  readonly lag: Lag;
}

/** How far each table is behind, by the log's own clock. Most tables stand at one place, which is looked at once. */
export const viewStandings = async (
  events: Pick<EventStore, 'scan'>,
  tables: readonly TableStatus[],
  now: Date,
): Promise<readonly ViewStanding[]> => {
  const lags = new Map<string, Promise<Lag>>();
  const lagAt = (at: TableStatus['at']) => {
    const lag = lags.get(String(at)) ?? lagOf(events, at, now);
    lags.set(String(at), lag);
    return lag;
  };
  return Promise.all(tables.map(async (table) => ({ ...table, lag: await lagAt(table.at) })));
};
