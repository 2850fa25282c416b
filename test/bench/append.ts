import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '#kernel';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import { migrate, PostgresEventStore } from '#platform/postgres';
import { withClient } from '../../libs/platform/postgres/connect/with-client.js';
import { inserts, RIVAL_TABLE, type Rival } from './append-rivals.js';
import { anAppend } from './appends.js';
import { interleaved, resultOf, type Bench, type Goal, type Result } from './bench.js';
import { closedLoop, type Measured } from './closed-loop.js';
import { emmett, installEmmett } from './emmett.js';

const ROUNDS = 7;
const EVENTS_IN_A_STREAM = 20n;

interface Comparison {
  readonly what: string;
  readonly clients: number;
  readonly goal: Goal;
  readonly rival: (database: EmbeddedPostgres) => Promise<Rival>;
}
const atLeast = (ratio: number): Goal => ({ direction: '>=', ratio });

/** The goals beside plain inserts of the same rows. */
const BESIDE_INSERTS: readonly Comparison[] = [
  ...[
    { clients: 64, goal: atLeast(1.4) },
    { clients: 8, goal: atLeast(0.9) },
    { clients: 1, goal: atLeast(0.4) },
  ].map(({ clients, goal }) => ({
    ...{ what: 'as many connections, a row at a time', clients, goal },
    rival: ({ applicationUrl }: EmbeddedPostgres) => inserts(applicationUrl, clients),
  })),
  {
    ...{ what: 'one connection, 64 rows a statement', clients: 64, goal: atLeast(0.5) },
    rival: ({ applicationUrl }) => inserts(applicationUrl, 1, 64),
  },
];
/** The goals beside the library that people would take instead. */
const BESIDE_EMMETT: readonly Comparison[] = [
  { clients: 64, goal: atLeast(10) },
  { clients: 1, goal: atLeast(1) },
].map(({ clients, goal }) => ({
  ...{ what: 'Emmett', clients, goal },
  rival: ({ ownerUrl }: EmbeddedPostgres) => emmett(ownerUrl, clients),
}));
/** How much longer the slowest of a hundred appends may take than an ordinary one. */
const SPREAD: Goal = { direction: '<=', ratio: 3.5 };

/** Our log: each client appends to streams of its own. */
export const appending = (store: PostgresEventStore, clients: number): Promise<Measured> => {
  const places = Array.from({ length: clients }, () => ({ stream: `finding-${randomUUID()}` as Id, expected: 0n }));
  let n = 0;
  return closedLoop(clients, async (client) => {
    const place = places[client] ?? { stream: `finding-${randomUUID()}` as const, expected: 0n };
    if (place.expected === EVENTS_IN_A_STREAM)
      Object.assign(place, { stream: `finding-${randomUUID()}`, expected: 0n });
    await store.append(anAppend(place.stream, place.expected, n++));
    place.expected += 1n;
  });
};

type Rounds = Awaited<ReturnType<typeof interleaved<Measured>>>;
const rates = (rounds: Rounds) =>
  rounds.map(({ ours, theirs }) => ({ ours: ours.perSecond, theirs: theirs.perSecond }));
const spreads = (rounds: Rounds) => rounds.map(({ ours }) => ({ ours: ours.p99, theirs: ours.p50 }));

const measure = async (database: EmbeddedPostgres): Promise<readonly Result[]> => {
  await withClient(database.ownerUrl, (owner) =>
    owner.query(RIVAL_TABLE.replaceAll(':app_role', database.applicationRole)),
  );
  const store = new PostgresEventStore(database.applicationUrl);
  const results: Result[] = [];
  const comparisons = installEmmett() ? [...BESIDE_INSERTS, ...BESIDE_EMMETT] : BESIDE_INSERTS;
  for (const { what, clients, goal, rival } of comparisons) {
    const theirs = await rival(database);
    const rounds = await interleaved(
      ROUNDS,
      () => appending(store, clients),
      () => theirs.measure(),
    );
    await theirs.close();
    const who = clients === 1 ? '1 client' : `${String(clients)} clients`;
    results.push(resultOf(`${who}, beside ${what}`, 'events/s', rates(rounds), goal));
    if (results.length === 1) results.push(resultOf(`${who}, p99 beside p50`, 'ms', spreads(rounds), SPREAD));
  }
  await store.close();
  return results;
};

/** Gives a piece of work an empty log on a server of its own. */
export const withLog = async <T>(work: (database: EmbeddedPostgres) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sifang-bench-'));
  const database = await startEmbeddedPostgres({ dataDir });
  try {
    await migrate({ ownerUrl: database.ownerUrl, appRole: database.applicationRole });
    return await work(database);
  } finally {
    await database.stop();
    for (const folder of [database.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
  }
};

export const append: Bench = {
  title: 'Appends to the log beside other ways to store the same events, on the same server (fsync on)',
  columns: ['log', 'beside'],
  run: () => withLog(measure),
};
