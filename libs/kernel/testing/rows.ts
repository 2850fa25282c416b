import { folded, keyIn, type Happening, type Id, type Message, type View } from '../index.js';

/** The rows of a view after these events of one stream; an event may carry `at` to say more of its circumstances. */
export const rowsAfter = <Row extends object, E extends Message>(
  view: View<Row, E>,
  stream: Id,
  ...events: readonly (E & { readonly at?: Partial<Happening> })[]
): Map<string, Row> => {
  const rows = new Map<string, Row>();
  const plain = view as unknown as View<Row>;
  events.forEach(({ at, ...event }, index) => {
    const happening = { ...aHappening(stream, index), ...at };
    const key = keyIn(plain, event, happening);
    if (key === undefined) return;
    const row = folded(plain, rows.get(key), event, happening);
    if (row) rows.set(key, row);
    else rows.delete(key);
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
