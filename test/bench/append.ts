import { hash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import type { Append, JsonObject } from '#platform/event-store';
import { migrate, PostgresEventStore } from '#platform/postgres';
import { Client } from 'pg';
import { interleaved, resultOf, type Bench, type Result } from './bench.js';
import { perSecond } from './closed-loop.js';

const ROUNDS = 7;
const EVENTS_IN_A_STREAM = 20n;
/** Goals by the number of clients (store.md 5). */
const GOALS = [
  { clients: 64, ratio: 1.4 },
  { clients: 8, ratio: 0.9 },
  { clients: 1, ratio: 0.4 },
];

const COMMAND_HASH = hash('sha256', 'bench');
const COMMAND_HASH_BYTES = Buffer.from(COMMAND_HASH, 'hex');
const TYPE = 'ObservationRecorded';
const actorId = `person-${randomUUID()}` as const;
const [postId, orgId, territoryId] = [
  `post-${randomUUID()}`,
  `organisation-${randomUUID()}`,
  `territory-${randomUUID()}`,
] as const;

/** About 600 bytes, as a finding with its evidence has. */
const data = (n: number): JsonObject => ({
  title: `安全出口被锁闭，值守人员不在岗 (${String(n)})`,
  severity: n % 3 === 0 ? 'major' : 'general',
  place: { territoryId, address: `Invented Road ${String(n % 900)}`, floor: n % 7 },
  clauses: [`directive-${randomUUID()}/3`, `directive-${randomUUID()}/7`],
  evidence: [{ id: randomUUID(), sha256: COMMAND_HASH, bytes: 100_000 + n, mediaType: 'image/jpeg' }],
  note: 'The exit on the ground floor was locked from inside, and nobody held the key at the time of the visit.',
});

const anAppend = (stream: Id, expected: bigint, n: number): Append => ({
  stream,
  expected,
  occasion: {
    ...{ actorId, postId, orgId, territoryId, occurredAt: '2022-03-31T09:00:00.000Z', source: 'mobile' },
    ...{ commandId: randomUUID(), correlationId: randomUUID() },
  },
  commandHash: COMMAND_HASH,
  events: [{ type: TYPE, schemaVersion: 1, data: data(n) }],
});

/** Our log: each client appends to streams of its own. */
const ours = (store: PostgresEventStore, clients: number) => {
  const places = Array.from({ length: clients }, () => ({ stream: `finding-${randomUUID()}` as Id, expected: 0n }));
  let n = 0;
  return perSecond(clients, async (client) => {
    const place = places[client] ?? { stream: `finding-${randomUUID()}` as const, expected: 0n };
    if (place.expected === EVENTS_IN_A_STREAM)
      Object.assign(place, { stream: `finding-${randomUUID()}`, expected: 0n });
    await store.append(anAppend(place.stream, place.expected, n++));
    place.expected += 1n;
  });
};

/** The same columns and indexes with nothing around them: one row, one statement, one commit. */
const RIVAL = `
  CREATE SCHEMA bench;
  CREATE TABLE bench.event (LIKE log.event INCLUDING INDEXES);
  GRANT USAGE ON SCHEMA bench TO :app_role;
  GRANT INSERT ON bench.event TO :app_role;`;
const INSERT = `INSERT INTO bench.event
  (position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry)
  VALUES ($1, $2, $3, $4, $5, $6, 0, $7, clock_timestamp(), $8, $9)`;

let rivalPosition = 0;

/**
 * What a row holds has to be made by whoever inserts it, so the rival makes it too, by the cheapest plain means: payload, digest
 * and entry as texts of the same length, ids by chance. Nothing is checked, sorted or looked up for it. Until this was so the
 * rival sent one ready-made row again and again; figures from then do not compare with those from now.
 */
const aRow = (n: number): readonly unknown[] => {
  const { stream, occasion, events } = anAppend(`finding-${randomUUID()}`, 0n, n);
  const [eventId, commandKey] = [randomUUID(), randomUUID()];
  const payload = JSON.stringify(events[0]?.data);
  const entry = JSON.stringify({
    ...{ ...occasion, entryVersion: 1, eventId, payloadSha256: hash('sha256', payload) },
    ...{ recordedAt: new Date().toISOString(), schemaVersion: 1, stream, streamVersion: 1, type: TYPE },
  });
  return [n, stream, 0, TYPE, eventId, commandKey, COMMAND_HASH_BYTES, payload, Buffer.from(entry)];
};

const theirs = (connections: readonly Client[]) =>
  perSecond(connections.length, async (client) => {
    await connections[client]?.query({ name: 'insert', text: INSERT, values: [...aRow(rivalPosition++)] });
  });

const connect = (url: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );

const measure = async (database: EmbeddedPostgres): Promise<readonly Result[]> => {
  await migrate({ ownerUrl: database.ownerUrl, appRole: database.applicationRole });
  const [owner] = await connect(database.ownerUrl, 1);
  await owner?.query(RIVAL.replaceAll(':app_role', database.applicationRole));
  await owner?.end();
  const store = new PostgresEventStore(database.applicationUrl);
  const results: Result[] = [];
  for (const { clients, ratio } of GOALS) {
    const connections = await connect(database.applicationUrl, clients);
    const rounds = await interleaved(
      ROUNDS,
      () => ours(store, clients),
      () => theirs(connections),
    );
    await Promise.all(connections.map((connection) => connection.end()));
    results.push(resultOf(`append, ${String(clients)} clients`, 'events/s', rounds, { direction: '>=', ratio }));
  }
  await store.close();
  return results;
};

export const append: Bench = {
  title: 'Appends to the log beside the same row inserted one at a time by as many connections (fsync on)',
  columns: ['log', 'insert'],
  run: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sifang-bench-'));
    const database = await startEmbeddedPostgres({ dataDir });
    try {
      return await measure(database);
    } finally {
      await database.stop();
      for (const folder of [database.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
    }
  },
};
