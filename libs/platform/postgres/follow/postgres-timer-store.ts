import type { After, EventStore } from '#platform/event-store';
import type { DueRow, Parked, TimerLease, TimerStep, TimerStore } from '#platform/follow';
import type { Pool } from 'pg';
import type { Connection } from '../connect/connection.js';
import { inTurn } from '../connect/in-turn.js';
import { queryPool, type OneQuery } from '../connect/one-query.js';
import { cancelDue, forgetDue, putDue, readSoonest, removeDue } from './due-rows.js';
import { FollowerCheckpoints } from './follower-checkpoints.js';
import { MovesTogether } from './moves-together.js';
import { takeLease } from './take-lease.js';

const CHECKPOINTS = new FollowerCheckpoints('timer');

/** What is due, the checkpoints of timers and their parked streams in PostgreSQL. */
export class PostgresTimerStore implements TimerStore {
  readonly #ask: OneQuery;
  readonly #names: readonly string[];

  /** The pool needs a connection for the lease and another for questions. */
  constructor(
    private readonly pool: Pool,
    timers: readonly { readonly name: string }[],
    private readonly events: Pick<EventStore, 'identity'>,
  ) {
    this.#ask = queryPool(pool);
    this.#names = timers.map(({ name }) => name);
  }

  async lease(): Promise<TimerLease | undefined> {
    const log = await this.events.identity();
    const connection = await takeLease(this.pool, 'timers');
    if (!connection) return undefined;
    try {
      // After a crash of the server, what was asked since is asked again, and answered as the first time.
      await connection.script('SET synchronous_commit = off');
    } catch (error) {
      await connection.close();
      throw error;
    }
    return new PostgresTimerLease(connection, log);
  }

  async checkpoints(): Promise<ReadonlyMap<string, After>> {
    return CHECKPOINTS.checkpoints(this.#ask, await this.events.identity(), this.#names);
  }

  async soonest(): Promise<string | undefined> {
    const [first] = await readSoonest(this.#ask, this.#names, { limit: 1, followerOf: CHECKPOINTS.followerOf });
    return first?.at;
  }

  parked(): Promise<readonly Parked[]> {
    return CHECKPOINTS.parked(this.#ask, this.#names);
  }
}

class PostgresTimerLease implements TimerLease {
  readonly #ask: OneQuery;
  /** Timers and what fires share the connection: no statement of one may come into a transaction of another. */
  readonly #inTurn = inTurn();
  readonly #moves: MovesTogether;

  constructor(
    private readonly connection: Connection,
    private readonly log: string,
  ) {
    this.#ask = (sql, values) => connection.query(sql, values);
    this.#moves = new MovesTogether(this.#inTurn, (moves) => CHECKPOINTS.move(this.#ask, log, moves));
  }

  release(): Promise<void> {
    return this.connection.close();
  }

  checkpoint(timer: string): Promise<After> {
    return this.together(async () => {
      const at = await CHECKPOINTS.begin(this.#ask, this.log, timer);
      if (at === 'start') await forgetDue(this.#ask, timer);
      return at;
    });
  }

  restart(timer: string): Promise<void> {
    return this.together(async () => {
      const from = await CHECKPOINTS.begin(this.#ask, this.log, timer);
      await CHECKPOINTS.move(this.#ask, this.log, [{ name: timer, from, to: 'start' }]);
      for (const parked of await CHECKPOINTS.parked(this.#ask, [timer])) await CHECKPOINTS.unpark(this.#ask, parked);
      await forgetDue(this.#ask, timer);
    });
  }

  /** The checkpoint first, so that a second writer waits here, finds it moved, and writes nothing. */
  commit({ timer, from, to, set, cancelled, parked, unparked }: TimerStep): Promise<void> {
    const move = { name: timer, from, to };
    if (set.length + cancelled.length + parked.length + unparked.length === 0) return this.#moves.move(move);
    return this.together(async () => {
      await CHECKPOINTS.move(this.#ask, this.log, [move]);
      await cancelDue(this.#ask, timer, cancelled);
      await putDue(this.#ask, set);
      for (const stream of unparked) await CHECKPOINTS.unpark(this.#ask, { follower: timer, stream });
      await CHECKPOINTS.park(this.#ask, parked);
    });
  }

  soonest(timers: readonly string[], limit: number): Promise<readonly DueRow[]> {
    return this.#inTurn(() => readSoonest(this.#ask, timers, { limit, followerOf: CHECKPOINTS.followerOf }));
  }

  remove(rows: readonly DueRow[]): Promise<void> {
    return this.#inTurn(() => removeDue(this.#ask, rows));
  }

  parked(timer: string): Promise<readonly Parked[]> {
    return this.#inTurn(() => CHECKPOINTS.parked(this.#ask, [timer]));
  }

  park(parked: Parked): Promise<void> {
    return this.#inTurn(() => CHECKPOINTS.park(this.#ask, [parked]));
  }

  private together<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.connection.transaction(work));
  }
}
