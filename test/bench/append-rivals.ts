import { hash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { anAppend, COMMAND_HASH, TYPE } from './appends.js';
import { closedLoop, type Measured } from './closed-loop.js';

/** Another way of storing the same events; its figures are in events. */
export interface Rival {
  measure(): Promise<Measured>;
  close(): Promise<void>;
}

/** A table with the columns and indexes of the log, and nothing around them. */
export const RIVAL_TABLE = `
  CREATE SCHEMA bench;
  CREATE TABLE bench.event (LIKE log.event INCLUDING INDEXES);
  GRANT USAGE ON SCHEMA bench TO :app_role;
  GRANT INSERT ON bench.event TO :app_role;`;
const COMMAND_HASH_BYTES = Buffer.from(COMMAND_HASH, 'hex');
const COLUMNS =
  'position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry';

let position = 0;

/**
 * What a row holds has to be made by the side that inserts it, so the rival makes it too, by the cheapest plain means: payload, digest
 * and entry as texts of the same length, ids by chance. Nothing is checked, sorted or looked up for it.
 */
const aRow = (): readonly unknown[] => {
  const n = position++;
  const { stream, occasion, events } = anAppend(`finding-${randomUUID()}`, 0n, n);
  const [eventId, commandKey] = [randomUUID(), randomUUID()];
  const payload = JSON.stringify(events[0]?.data);
  const entry = JSON.stringify({
    ...{ ...occasion, entryVersion: 1, eventId, payloadSha256: hash('sha256', payload) },
    ...{ recordedAt: new Date().toISOString(), schemaVersion: 1, stream, streamVersion: 1, type: TYPE },
  });
  return [n, stream, 0, TYPE, eventId, commandKey, COMMAND_HASH_BYTES, payload, Buffer.from(entry)];
};

/** The place-holders of the n-th row of a statement. */
const placesOf = (n: number): string => {
  const at = (place: number) => `$${String(n * 9 + place)}`;
  return `(${[1, 2, 3, 4, 5, 6].map(at).join(', ')}, 0, ${at(7)}, clock_timestamp(), ${at(8)}, ${at(9)})`;
};

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
};

/** Plain inserts over this many connections, each with this many rows in a statement and a commit. */
export const inserts = async (url: string, connections: number, rows = 1): Promise<Rival> => {
  const clients = await Promise.all(Array.from({ length: connections }, () => connect(url)));
  const places = Array.from({ length: rows }, (_, n) => placesOf(n));
  const statement = { name: 'insert', text: `INSERT INTO bench.event (${COLUMNS}) VALUES ${places.join(', ')}` };
  const insert = async (client: number) => {
    await clients[client]?.query({ ...statement, values: Array.from({ length: rows }, aRow).flat() });
  };
  return {
    measure: async () => {
      const measured = await closedLoop(connections, insert);
      return { ...measured, perSecond: measured.perSecond * rows };
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
};
