import type { Id } from '#kernel';
import { storedEvent, Unread, type After, type UnreadEvent } from '#platform/event-store';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { databaseErrorOf } from '../connect/database-errors.js';
import { connected } from '../connect/answered.js';

/** COPY's binary format begins with a signature of 11 bytes, four of flags, and an extension of the length that the next four say. */
const HEAD = 15;
const COLUMNS = 5;
/** How many bytes tell the length of a column. */
const LENGTH = 4;

/** The driver's time limit, which only a callback ends: otherwise it would run out long after everything was read. */
type Timed = ReturnType<typeof copyTo> & { readonly callback?: () => void };

/** A batch of the log in PostgreSQL's binary COPY format: the cheapest way for many events, for the server and for us (store.md 3). */
export const readBatch = async (pool: Pool, after: After, limit: number): Promise<readonly UnreadEvent[]> => {
  const place = after === 'start' ? -1n : after;
  const rows = `SELECT position, stream, type, entry, data FROM log.event WHERE position > ${String(place)} ORDER BY position LIMIT ${String(limit)}`;
  const client = await connected(pool);
  // What breaks the connection is reported by the stream; unheard, it would end the process.
  const heard = () => undefined;
  client.on('error', heard);
  try {
    const chunks: Buffer[] = [];
    const copy: Timed = copyTo(`COPY (${rows}) TO STDOUT (FORMAT binary)`);
    const copied = await Promise.resolve(client.query(copy));
    for await (const chunk of copied) chunks.push(chunk as Buffer);
    copy.callback?.();
    client.off('error', heard);
    client.release();
    return eventsIn(Buffer.concat(chunks));
  } catch (error) {
    client.release(true);
    throw databaseErrorOf(error);
  }
};

const eventsIn = (bytes: Buffer): readonly UnreadEvent[] => {
  const events: UnreadEvent[] = [];
  const endOf = (start: number): number => start + bytes.readInt32BE(start - LENGTH);
  let at = HEAD + LENGTH + bytes.readInt32BE(HEAD);
  // Each row begins with the number of its columns, the end with -1; each column with its length.
  while (bytes.readInt16BE(at) === COLUMNS) {
    const position = at + 2 + LENGTH;
    const stream = endOf(position) + LENGTH;
    const type = endOf(stream) + LENGTH;
    const entry = endOf(type) + LENGTH;
    const data = endOf(entry) + LENGTH;
    const end = endOf(data);
    events.push(eventIn(bytes, { position, stream, type, entry, data, end }));
    at = end;
  }
  return events;
};

/** Where the columns of a row begin; between two of them lies the length of the second. */
interface Row {
  readonly position: number;
  readonly stream: number;
  readonly type: number;
  readonly entry: number;
  readonly data: number;
  readonly end: number;
}

const eventIn = (bytes: Buffer, row: Row): UnreadEvent => {
  const text = (start: number, next: number): string => bytes.toString('utf8', start, next - LENGTH);
  const position = bytes.readBigInt64BE(row.position);
  // Whether the stream is one is seen when the entry is read, which has to name the same.
  return new Unread(position, text(row.stream, row.type) as Id, text(row.type, row.entry), row.end - row.entry, () =>
    storedEvent(
      position,
      text(row.entry, row.data),
      bytes.toString('utf8', row.data, row.end),
      bytes.subarray(row.entry, row.data - LENGTH),
    ),
  );
};
