import type { After } from '#platform/event-store';
import { CheckpointMoved, type Parked } from '#platform/follow';
import type { OneQuery } from '../connect/one-query.js';
import type { Move } from './moves-together.js';
import { readParked, removeParked, writeParked } from './parked-rows.js';
import { stored } from './view-checkpoints.js';

/** What is no view has no versions: what it asked for is history. */
const HELD = { version: 0, build: 0 };

type Names = readonly string[];

/** The checkpoints and parked streams of followers that are no views, such as policies, among those of views. */
export class FollowerCheckpoints {
  /** What they are, in a word: a name with a dollar sign is not taken for a view's. */
  constructor(private readonly what: 'policy' | 'timer') {}

  readonly followerOf = (name: string): string => `$${this.what} ${name}`;

  private nameOf(follower: string): string {
    return follower.slice(this.followerOf('').length);
  }

  private versioned(names: Names) {
    return names.map((name) => ({ name: this.followerOf(name), version: HELD.version }));
  }

  private readonly plain = ({ follower, stream, position, error }: Parked): Parked => ({
    ...{ follower: this.nameOf(follower), stream, position, error },
  });

  private readonly marked = (parked: Parked): Parked => ({ ...parked, follower: this.followerOf(parked.follower) });

  async checkpoints(ask: OneQuery, log: string, names: Names): Promise<ReadonlyMap<string, After>> {
    const rows = await ask<{ follower: string; position: string | null }>(
      'SELECT follower, position FROM view.checkpoint WHERE log = $1 AND version = $2 AND follower = ANY ($3)',
      [log, HELD.version, names.map(this.followerOf)],
    );
    return new Map(
      rows.map(({ follower, position }) => [this.nameOf(follower), position === null ? 'start' : BigInt(position)]),
    );
  }

  /** A log that was never followed, or another one than last time, is followed from its start. */
  async begin(ask: OneQuery, log: string, name: string): Promise<After> {
    await ask(
      `INSERT INTO view.checkpoint (follower, version, log) VALUES ($1, $2, $3)
       ON CONFLICT (follower, version, build) DO UPDATE SET log = excluded.log, position = NULL
       WHERE view.checkpoint.log <> excluded.log`,
      [this.followerOf(name), HELD.version, log],
    );
    return (await this.checkpoints(ask, log, [name])).get(name) ?? 'start';
  }

  /** Throws CheckpointMoved when one of these followers does not stand at its `from`. */
  async move(ask: OneQuery, log: string, moves: readonly Move[]): Promise<void> {
    const rows = await ask<{ follower: string; position: string | null }>(
      `UPDATE view.checkpoint SET position = move.new FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS move(follower, old, new)
       WHERE checkpoint.follower = move.follower AND version = $4 AND log = $5 AND position IS NOT DISTINCT FROM move.old
       RETURNING checkpoint.follower, position`,
      [
        moves.map(({ name }) => this.followerOf(name)),
        moves.map(({ from }) => stored(from)),
        moves.map(({ to }) => stored(to)),
        ...[HELD.version, log],
      ],
    );
    const lost = moves.find(
      ({ name, to }) =>
        !rows.some(({ follower, position }) => follower === this.followerOf(name) && position === stored(to)),
    );
    if (lost) throw new CheckpointMoved(lost.name);
  }

  async parked(ask: OneQuery, names: Names): Promise<readonly Parked[]> {
    return (await readParked(ask, this.versioned(names))).map(this.plain);
  }

  park(ask: OneQuery, all: readonly Parked[]): Promise<void> {
    return writeParked(ask, HELD, all.map(this.marked));
  }

  unpark(ask: OneQuery, parked: Pick<Parked, 'follower' | 'stream'>): Promise<void> {
    return removeParked(ask, HELD, { ...parked, follower: this.followerOf(parked.follower) });
  }
}
