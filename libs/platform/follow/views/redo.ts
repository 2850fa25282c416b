import type { Id } from '#kernel';
import { asUnread, UnreadableEvent, type EventStore, type StoredEvent, type UnreadEvent } from '#platform/event-store';
import { foldRows } from '../fold/fold-rows.js';
import { selectEvents, type SelectedEvent } from '../fold/select-events.js';
import { earliest, type Parked } from '../loop/parked.js';
import { EventReader } from '../fold/read-event.js';
import type { ViewChange, RowSource } from '../fold/view-change.js';
import type { ViewTable } from '../fold/view-table.js';

const BATCH = 1_000;

/** What is needed to try a parked stream of a table again. */
export interface Redo {
  readonly table: ViewTable;
  readonly parked: Parked;
  /** Where the table stands: everything up to there that concerns the same rows is folded again. */
  readonly at: bigint;
  /** Other streams of the table that wait. */
  readonly held: (stream: Id) => boolean;
}

/**
 * Folds a parked stream again, and with it every later event of other streams that touched the same rows, in the order of the
 * log: the rows become what they would be had nothing ever been held back. Undefined when its first event still fails.
 */
export const redo = async (
  { table, parked, at, held }: Redo,
  events: EventStore,
  lease: RowSource,
): Promise<ViewChange | undefined> => {
  const stream = await streamOf(parked, events);
  if (!stream) return undefined;
  const waiting = stream.filter(({ position }) => position >= parked.position && position <= at).map(asUnread);
  const { view } = table;
  const reader = new EventReader();
  const own = selectEvents(view, waiting, () => false, reader);
  const keys = new Set(own.selected.map(({ key }) => key));
  const rows = await lease.rows(table, [...keys], parked.position);
  const stillFails = [...own.parked, ...foldRows(view, own.selected.slice(0, 1), rows).parked];
  if (stillFails.some(({ position }) => position === parked.position)) return undefined;

  const others: SelectedEvent[] = [];
  const stuck = [...own.parked];
  for await (const batch of between(events, parked.position, at)) {
    const skip = (stream: Id) => stream === parked.stream || held(stream) || stuck.some((one) => one.stream === stream);
    const { selected, parked: unread } = selectEvents(view, batch, skip, reader);
    others.push(...selected.filter(({ key }) => keys.has(key)));
    stuck.push(...unread);
  }
  const inOrder = [...own.selected, ...others].sort((a, b) => (a.event.position < b.event.position ? -1 : 1));
  const { parked: again, ...folded } = foldRows(view, inOrder, rows);
  return {
    table,
    ...folded,
    parked: earliest([...stuck, ...again]),
    redo: { stream: parked.stream, position: parked.position, keys: [...keys] },
  };
};

/** Undefined while what is stored of it cannot be read. */
const streamOf = ({ stream }: Parked, events: EventStore): Promise<readonly StoredEvent[] | undefined> =>
  events.readStream(stream).catch((error: unknown) => {
    if (error instanceof UnreadableEvent) return undefined;
    throw error;
  });

/** The events after one position, up to and with another. */
async function* between(events: EventStore, after: bigint, to: bigint): AsyncGenerator<readonly UnreadEvent[]> {
  for (let at = after; at < to;) {
    const batch = await events.scan({ after: at, limit: BATCH });
    yield batch.filter(({ position }) => position <= to);
    at = batch.at(-1)?.position ?? to;
  }
}
