import type { After, EventStore } from '#platform/event-store';
import type { Parked, PolicyLease, PolicyStore } from '#platform/follow';
import type { Pool } from 'pg';
import { inTurn } from '../connect/in-turn.js';
import { queryPool, type OneQuery } from '../connect/one-query.js';
import type { Connection } from '../connect/connection.js';
import { FollowerCheckpoints } from './follower-checkpoints.js';
import { MovesTogether } from './moves-together.js';
import { takeLease } from './take-lease.js';

/** The checkpoint that earlier releases kept for all policies together. */
const SHARED = '$policies';
const CHECKPOINTS = new FollowerCheckpoints('policy');

type Policies = readonly { readonly name: string }[];

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
    return CHECKPOINTS.checkpoints(this.#ask, await this.events.identity(), namesOf(this.policies));
  }

  parked(): Promise<readonly Parked[]> {
    return CHECKPOINTS.parked(this.#ask, namesOf(this.policies));
  }
}

class PostgresPolicyLease implements PolicyLease {
  readonly #ask: OneQuery;
  readonly #moves: MovesTogether;

  constructor(
    private readonly connection: Connection,
    private readonly log: string,
  ) {
    // Policies go on side by side over this one connection.
    const turn = inTurn();
    const ask: OneQuery = (sql, values) => connection.query(sql, values);
    this.#ask = (sql, values) => turn(() => ask(sql, values));
    this.#moves = new MovesTogether(turn, (moves) => CHECKPOINTS.move(ask, log, moves));
  }

  release(): Promise<void> {
    return this.connection.close();
  }

  checkpoint(name: string): Promise<After> {
    return CHECKPOINTS.begin(this.#ask, this.log, name);
  }

  move(name: string, from: After, to: After): Promise<void> {
    return this.#moves.move({ name, from, to });
  }

  parked(name: string): Promise<readonly Parked[]> {
    return CHECKPOINTS.parked(this.#ask, [name]);
  }

  park(parked: Parked): Promise<void> {
    return CHECKPOINTS.park(this.#ask, [parked]);
  }

  unpark(parked: Parked): Promise<void> {
    return CHECKPOINTS.unpark(this.#ask, parked);
  }
}

const namesOf = (policies: Policies) => policies.map(({ name }) => name);

/**
 * Every policy goes on from where an earlier release left all of them. That checkpoint goes, so that a policy which is new some day does
 * not take it for its own: it begins at the start of the log.
 */
const takeOver = async (connection: Connection, policies: Policies): Promise<void> => {
  await connection.query(
    `WITH shared AS (DELETE FROM view.checkpoint WHERE follower = $1 RETURNING log, position)
     INSERT INTO view.checkpoint (follower, version, log, position)
     SELECT follower, 0, log, position FROM shared, unnest($2::text[]) AS follower
     ON CONFLICT (follower, version, build) DO NOTHING`,
    [SHARED, namesOf(policies).map(CHECKPOINTS.followerOf)],
  );
};
