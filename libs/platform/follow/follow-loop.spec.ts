import type { After } from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { livesIn, VirtualTime } from '../../../test/simulation/virtual-time.js';
import { FollowLoop } from './follow-loop.js';
import { Watch } from './watch.js';

const TURN_MS = 5;

/** A log that only has an end, and a follower that does nothing but see it. */
class World {
  readonly time = new VirtualTime();
  readonly watch = new Watch(() => Promise.resolve('start'));
  /** When each turn began, and how much of the log it saw. */
  readonly turns: { readonly at: number; readonly head: bigint }[] = [];
  turnMs = TURN_MS;
  #head = 0n;
  #wake = () => undefined as unknown;

  follower(audience?: Watch): FollowLoop<{ release: () => Promise<void> }> {
    const job = {
      name: 'spec',
      lease: () => Promise.resolve({ release: () => Promise.resolve() }),
      begin: () => Promise.resolve(this.turn),
      ...(audience && { audience }),
    };
    return new FollowLoop(job, { grown: this.grown }, createLog('silent'));
  }

  /** Appends so many milliseconds from the beginning. */
  append(...at: readonly number[]): void {
    for (const ms of at) {
      this.time.after(ms, () => {
        this.#head += 1n;
        this.#wake();
      });
    }
  }

  private readonly turn = async (): Promise<After> => {
    const head = this.#head;
    this.turns.push({ at: this.time.now, head });
    await this.time.sleep(this.turnMs);
    this.watch.moved(head);
    return head;
  };

  private readonly grown = (after: After, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      this.#wake = resolve;
      signal.addEventListener('abort', () => {
        resolve();
      });
      if (signal.aborted || this.#head > BigInt(after)) resolve();
    });
}

describe('a follower that others share their process with', () => {
  let world: World;
  let undo: () => void;
  beforeEach(() => {
    world = new World();
    undo = livesIn(world.time);
  });
  afterEach(() => {
    undo();
  });

  /** What the follower did within the first second. */
  const follow = async (audience?: Watch) => {
    const loop = world.follower(audience);
    loop.start();
    await world.time.until(() => Promise.resolve(false), 1_000);
    await loop.stop();
    return world.turns;
  };

  it('takes together what comes soon after a turn', async () => {
    world.append(6, 10, 20);

    expect(await follow(world.watch)).toEqual([
      { at: 0, head: 0n },
      { at: 25, head: 3n },
    ]);
  });

  it('takes what comes after a quiet time at once', async () => {
    world.append(300);

    expect(await follow(world.watch)).toEqual([
      { at: 0, head: 0n },
      { at: 300, head: 1n },
    ]);
  });

  it('pauses longer after long turns, up to a point', async () => {
    world.turnMs = 100;
    world.append(101);

    expect(await follow(world.watch)).toEqual([
      { at: 0, head: 0n },
      { at: 125, head: 1n },
    ]);
  });

  it('goes on at once for somebody who begins to wait', async () => {
    world.append(6, 10);
    world.time.after(8, () => void world.watch.past(1n, 500));

    expect((await follow(world.watch)).slice(0, 2)).toEqual([
      { at: 0, head: 0n },
      { at: 8, head: 1n },
    ]);
  });

  it('does not pause while somebody waits', async () => {
    void world.watch.past(2n, 500);
    world.append(6, 10);

    expect((await follow(world.watch)).slice(0, 3)).toEqual([
      { at: 0, head: 0n },
      { at: 6, head: 1n },
      { at: 11, head: 2n },
    ]);
  });

  it('does not pause where nobody could hurry it', async () => {
    world.append(6, 10);

    expect((await follow()).slice(0, 3)).toEqual([
      { at: 0, head: 0n },
      { at: 6, head: 1n },
      { at: 11, head: 2n },
    ]);
  });
});
