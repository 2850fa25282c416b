import type { After, EventStore } from '#platform/event-store';
import { CheckpointMoved, type Parked, type PolicyLease, type PolicyStore } from '#platform/follow';
import type { Pool } from 'pg';
import { inTurn, queryPool, type OneQuery } from '../connect/one-query.js';
import type { Connection } from '../connect/connection.js';
import { readParked, removeParked, writeParked } from './parked-rows.js';
import { takeLease } from './take-lease.js';

/** The checkpoint that earlier releases kept for all policies together. */
const SHARED = '$policies';
/** Policies have no versions: what they asked for is history. */
const HELD = { version: 0, build: 0 };

type Policies = readonly { readonly name: string }[];

/** A policy is not to be taken for a view: no view can have a name with a dollar sign. */
const lineOf = (policy: string) => `$policy ${policy}`;
const policyOf = (line: string) => line.slice(lineOf('').length);
const followers = (policies: Policies) => policies.map(({ name }) => ({ name: lineOf(name), version: HELD.version }));
const plain = ({ follower, stream, position, error }: Parked): Parked => ({
  ...{ follower: policyOf(follower), stream, position, error },
});
const marked = (parked: Parked): Parked => ({ ...parked, follower: lineOf(parked.follower) });

/** The checkpoints of policies and their parked streams in PostgreSQL. */
export class PostgresPolicyStore implements PolicyStore {
  readonly #ask: OneQuery;

  /** The pool needs a connection for the lease and another for questions. */
  constructor(
    private readonly pool: Pool,
    private readonly policies: Policies,
    private readonly events: Pick<EventStore, 'identity'>,
  ) {
    this.#ask = queryPool(pool);
  }

  async lease(): Promise<PolicyLease | undefined> {
    const log = await this.events.identity();
    const connection = await takeLease(this.pool, 'policies');
    if (!connection) return undefined;
    try {
      // After a crash of the server, what was asked since is asked again, and answered as the first time.
      await connection.script('SET synchronous_commit = off');
      await takeOver(connection, this.policies);
    } catch (error) {
      await connection.close();
      throw error;
    }
    return new PostgresPolicyLease(connection, log);
  }

  async checkpoints(): Promise<ReadonlyMap<string, After>> {
    return checkpointsOf(this.#ask, await this.events.identity(), this.policies);
  }

  async parked(): Promise<readonly Parked[]> {
    return (await readParked(this.#ask, followers(this.policies))).map(plain);
  }
}

class PostgresPolicyLease implements PolicyLease {
  readonly #ask: OneQuery;

  constructor(
    private readonly connection: Connection,
    private readonly log: string,
  ) {
    // Policies go on side by side over this one connection.
    this.#ask = inTurn((sql, values) => connection.query(sql, values));
  }

  release(): Promise<void> {
    return this.connection.close();
  }

  /** A log that was never followed, or another one than last time, is followed from its start. */
  async checkpoint(name: string): Promise<After> {
    await this.#ask(
      `INSERT INTO view.checkpoint (follower, version, log) VALUES ($1, $2, $3)
       ON CONFLICT (follower, version, build) DO UPDATE SET log = excluded.log, position = NULL
       WHERE view.checkpoint.log <> excluded.log`,
      [lineOf(name), HELD.version, this.log],
    );
    return (await checkpointsOf(this.#ask, this.log, [{ name }])).get(name) ?? 'start';
  }

  async move(policy: string, from: After, to: After): Promise<void> {
    const moved = await this.#ask(
      `UPDATE view.checkpoint SET position = $1 WHERE follower = $2 AND version = $3 AND log = $4
       AND position IS NOT DISTINCT FROM $5::bigint RETURNING follower`,
      [stored(to), lineOf(policy), HELD.version, this.log, stored(from)],
    );
    if (moved.length === 0) throw new CheckpointMoved(policy);
  }

  async parked(name: string): Promise<readonly Parked[]> {
    return (await readParked(this.#ask, followers([{ name }]))).map(plain);
  }

  park(parked: Parked): Promise<void> {
    return writeParked(this.#ask, HELD, [marked(parked)]);
  }

  unpark(parked: Parked): Promise<void> {
    return removeParked(this.#ask, HELD, marked(parked));
  }
}

const stored = (at: After) => (at === 'start' ? null : String(at));

const checkpointsOf = async (ask: OneQuery, log: string, policies: Policies): Promise<ReadonlyMap<string, After>> => {
  const rows = await ask<{ follower: string; position: string | null }>(
    'SELECT follower, position FROM view.checkpoint WHERE log = $1 AND version = $2 AND follower = ANY ($3)',
    [log, HELD.version, policies.map(({ name }) => lineOf(name))],
  );
  return new Map(
    rows.map(({ follower, position }) => [policyOf(follower), position === null ? 'start' : BigInt(position)]),
  );
};

/**
 * Every policy goes on from where an earlier release left all of them. That checkpoint goes, so that a policy which is new some day does
 * not take it for its own: it begins at the start of the log.
 */
const takeOver = async (connection: Connection, policies: Policies): Promise<void> => {
  await connection.query(
    `WITH shared AS (DELETE FROM view.checkpoint WHERE follower = $1 RETURNING log, position)
     INSERT INTO view.checkpoint (follower, version, log, position)
     SELECT line, $2, log, position FROM shared, unnest($3::text[]) AS line
     ON CONFLICT (follower, version, build) DO NOTHING`,
    [SHARED, HELD.version, policies.map(({ name }) => lineOf(name))],
  );
};
