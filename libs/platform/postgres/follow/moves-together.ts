import type { After } from '#platform/event-store';
import type { InTurn } from '../connect/in-turn.js';

/** A follower has come from one place in the log to another. */
export interface Move {
  readonly name: string;
  readonly from: After;
  readonly to: After;
}

/**
 * Moves checkpoints over a connection that followers share: those of all who come at the same moment, or while others have the
 * connection, in one statement. Most events concern few followers, yet each of them passes by every event.
 */
export class MovesTogether {
  #moves: Move[] = [];
  #moving: Promise<void> | undefined;

  /** `write` throws when any of these followers did not stand where it was said to: then somebody else writes for all of them. */
  constructor(
    private readonly inTurn: InTurn,
    private readonly write: (moves: readonly Move[]) => Promise<void>,
  ) {}

  /** Resolves when it is written. */
  move(move: Move): Promise<void> {
    this.#moves.push(move);
    return (this.#moving ??= this.inTurn(() => this.writeAll()));
  }

  private async writeAll(): Promise<void> {
    // Followers that read together have passed by the same events by then.
    await new Promise(setImmediate);
    const moves = this.#moves;
    this.#moves = [];
    this.#moving = undefined;
    await this.write(moves);
  }
}
