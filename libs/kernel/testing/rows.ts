import { foldedRows, type EventOf, type Happening, type Id, type Sources, type Text, type View } from '../index.js';

/**
 * The rows of a view after these events, of one stream unless they say otherwise in `at`, where an event may say more of its
 * circumstances.
 */
export const rowsAfter = <Row extends object, S extends Sources>(
  view: View<Row, S>,
  stream: Id,
  ...events: readonly (EventOf<S[number]> & { readonly at?: Partial<Happening> })[]
): Map<string, Row> => {
  const rows = new Map<string, Row>();
  events.forEach(({ at, ...event }, index) => {
    const happening = { ...aHappening(stream, index), ...at };
    for (const { key, row } of foldedRows(view, event, happening, (one) => rows.get(one))) {
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  });
  return rows;
};

/** Invented circumstances for the n-th event of a stream, a minute apart. */
export const aHappening = (stream: Id, index = 0): Happening => {
  const minute = new Date(Date.UTC(2022, 2, 31, 9, index)).toISOString();
  return {
    eventId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    stream,
    revision: BigInt(index),
    position: BigInt(index),
    actorId: 'person-00000000-0000-4000-8000-000000000001',
    orgId: 'organisation-00000000-0000-4000-8000-000000000001',
    territoryId: 'territory-00000000-0000-4000-8000-000000000001',
    occurredAt: minute,
    recordedAt: minute,
    commandId: '00000000-0000-4000-8000-00000000000c',
    correlationId: '00000000-0000-4000-8000-00000000000c',
    source: 'web',
  };
};

/** What the things of a view are called after these events, in both languages. */
export const labelsAfter = <Row extends object, S extends Sources>(
  view: View<Row, S>,
  stream: Id,
  ...events: readonly (EventOf<S[number]> & { readonly at?: Partial<Happening> })[]
): readonly (Text | undefined)[] =>
  [...rowsAfter(view, stream, ...events).values()].map((row) => view.subject?.label(row));
