import type { Id } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import { CheckpointMoved, type Parked, type PolicyLease, type PolicyStore } from '#platform/follow';
import type { Pool } from 'pg';
import { queryPool, type OneQuery } from '../connect/one-query.js';
import type { Connection } from '../connect/connection.js';
import { askRetry, readParked, removeParked, takeRetries, writeParked } from './parked-rows.js';
import { takeLease } from './take-lease.js';

/** The line of all policies in `view.checkpoint`; no view can have a name with a dollar sign. */
const LINE = '$policies';
/** Policies have no versions: what they asked for is history. */
const HELD = { version: 0, build: 0 };
const CHECKPOINT = `SELECT position FROM view.checkpoint WHERE follower = '${LINE}' AND version = ${String(HELD.version)}`;

type Policies = readonly { readonly name: string }[];

/** In `view.parked`, a policy must not be taken for a view. */
const parkedName = (policy: string) => `$policy ${policy}`;
const followers = (policies: Policies) =>
  policies.map(({ name }) => ({ name: parkedName(name), version: HELD.version }));
const plain = ({ follower, stream, position, error }: Parked): Parked => ({
  ...{ follower: follower.slice(parkedName('').length), stream, position, error },
});
const marked = (parked: Parked): Parked => ({ ...parked, follower: parkedName(parked.follower) });

/** The checkpoint of the policies and their parked streams in PostgreSQL. */
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
    } catch (error) {
      await connection.close();
      throw error;
    }
    return new PostgresPolicyLease(connection, this.policies, log);
  }

  async checkpoint(): Promise<After> {
    return checkpointOf(this.#ask, await this.events.identity());
  }

  async parked(): Promise<readonly Parked[]> {
    return (await readParked(this.#ask, followers(this.policies))).map(plain);
  }

  retry(stream?: Id): Promise<void> {
    return askRetry(this.#ask, followers(this.policies), stream);
  }
}

class PostgresPolicyLease implements PolicyLease {
  readonly #ask: OneQuery;

  constructor(
    private readonly connection: Connection,
    private readonly policies: Policies,
    private readonly log: string,
  ) {
    this.#ask = (sql, values) => connection.query(sql, values);
  }

  release(): Promise<void> {
    return this.connection.close();
  }

  /** A log that was never followed, or another one than last time, is followed from its start. */
  async checkpoint(): Promise<After> {
    await this.#ask(
      `INSERT INTO view.checkpoint (follower, version, log) VALUES ($1, $2, $3)
       ON CONFLICT (follower, version, build) DO UPDATE SET log = excluded.log, position = NULL
       WHERE view.checkpoint.log <> excluded.log`,
      [LINE, HELD.version, this.log],
    );
    return checkpointOf(this.#ask, this.log);
  }

  async move(from: After, to: After): Promise<void> {
    const moved = await this.#ask(
      `UPDATE view.checkpoint SET position = $1 WHERE follower = $2 AND version = $3 AND log = $4
       AND position IS NOT DISTINCT FROM $5::bigint RETURNING follower`,
      [stored(to), LINE, HELD.version, this.log, stored(from)],
    );
    if (moved.length === 0) throw new CheckpointMoved(LINE);
  }

  async parked(): Promise<readonly Parked[]> {
    return (await readParked(this.#ask, followers(this.policies))).map(plain);
  }

  async retries(): Promise<readonly Parked[]> {
    return (await takeRetries(this.#ask, followers(this.policies))).map(plain);
  }

  park(parked: Parked): Promise<void> {
    return writeParked(this.#ask, HELD, [marked(parked)]);
  }

  unpark(parked: Parked): Promise<void> {
    return removeParked(this.#ask, HELD, marked(parked));
  }
}

const stored = (at: After) => (at === 'start' ? null : String(at));

const checkpointOf = async (ask: OneQuery, log: string): Promise<After> => {
  const [row] = await ask<{ position: string | null }>(`${CHECKPOINT} AND log = $1`, [log]);
  return row?.position ? BigInt(row.position) : 'start';
};
