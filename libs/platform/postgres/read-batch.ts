import { storedEvent, type After, type StoredEvent } from '#platform/event-store';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { connected, troubleOf } from './trouble.js';

/** COPY's binary format begins with a signature of 11 bytes, four of flags, and an extension of the length that the next four say. */
const HEAD = 15;
const COLUMNS = 3;

/** The driver's time limit, which only a callback ends: otherwise it would run out long after everything was read. */
type Timed = ReturnType<typeof copyTo> & { readonly callback?: () => void };

/** A batch of the log in PostgreSQL's binary COPY format: the cheapest way for many events, for the server and for us (store.md 3). */
export const readBatch = async (pool: Pool, after: After, limit: number): Promise<readonly StoredEvent[]> => {
  const place = after === 'start' ? -1n : after;
  const rows = `SELECT position, entry, data FROM log.event WHERE position > ${String(place)} ORDER BY position LIMIT ${String(limit)}`;
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
    throw troubleOf(error);
  }
};

const eventsIn = (bytes: Buffer): readonly StoredEvent[] => {
  const events: StoredEvent[] = [];
  let at = HEAD + 4 + bytes.readInt32BE(HEAD);
  // Each row begins with the number of its columns, the end with -1; each column with its length.
  while (bytes.readInt16BE(at) === COLUMNS) {
    const position = at + 2 + 4;
    const entry = position + 8 + 4;
    const entryEnd = entry + bytes.readInt32BE(entry - 4);
    const data = entryEnd + 4;
    const end = data + bytes.readInt32BE(entryEnd);
    const texts = [bytes.toString('utf8', entry, entryEnd), bytes.toString('utf8', data, end)] as const;
    events.push(storedEvent(bytes.readBigInt64BE(position), ...texts, bytes.subarray(entry, entryEnd)));
    at = end;
  }
  return events;
};
