import type { After } from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../../../test/support/soon.js';
import { livesIn, VirtualTime } from '../../../../test/simulation/virtual-time.js';
import { FollowLoop } from './follow-loop.js';
import { CheckpointWatch } from './checkpoint-watch.js';

const TURN_MS = 5;

/** A log that only has an end, and a follower that does nothing but see it. */
class World {
  readonly time = new VirtualTime();
  readonly watch = new CheckpointWatch(() => Promise.resolve('start'));
  /** When each turn began, and how much of the log it saw. */
  readonly turns: { readonly at: number; readonly head: bigint }[] = [];
  turnMs = TURN_MS;
  #head = 0n;
  #wake = () => undefined as unknown;

  follower(waiters?: CheckpointWatch): FollowLoop<{ release: () => Promise<void> }> {
    const job = {
      name: 'spec',
      lease: () => Promise.resolve({ release: () => Promise.resolve() }),
      begin: () => Promise.resolve(this.turn),
      ...(waiters && { waiters }),
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
  const follow = async (waiters?: CheckpointWatch) => {
    const loop = world.follower(waiters);
    loop.start();
    await world.time.until(() => Promise.resolve(false), 1_000);
    await loop.stop();
    return world.turns;
  };

  /** Eight turns of 5 ms, one after the other, the last of which ends at 51. */
  const BUSY = [6, 12, 18, 24, 30, 36, 46];
  const afterwards = (turns: World['turns']) => turns.slice(8);

  it('takes what follows from one thing as it comes', async () => {
    world.append(...BUSY);

    expect((await follow(world.watch)).map(({ at }) => at)).toEqual([0, ...BUSY]);
  });

  it('takes together what comes soon after a turn while the log is busy', async () => {
    world.append(...BUSY, 53, 57, 66);

    expect(afterwards(await follow(world.watch))).toEqual([{ at: 71, head: 10n }]);
  });

  it('takes what comes after a quiet time at once, and what follows from it', async () => {
    world.append(...BUSY, 300, 306);

    expect(afterwards(await follow(world.watch))).toEqual([
      { at: 300, head: 8n },
      { at: 306, head: 9n },
    ]);
  });

  it('pauses longer after long turns, up to a point', async () => {
    world.turnMs = 100;
    world.append(...[1, 2, 3, 4, 5, 6, 7].map((turn) => turn * 100 - 50), 801);

    expect(afterwards(await follow(world.watch))).toEqual([{ at: 825, head: 8n }]);
  });

  it('goes on at once for somebody who begins to wait', async () => {
    world.append(...BUSY, 53, 57);
    world.time.after(55, () => void world.watch.past(8n, 500));

    expect(afterwards(await follow(world.watch))[0]).toEqual({ at: 55, head: 8n });
  });

  it('does not pause while somebody waits', async () => {
    void world.watch.past(9n, 500);
    world.append(...BUSY, 53, 59);

    expect(afterwards(await follow(world.watch)).slice(0, 2)).toEqual([
      { at: 53, head: 8n },
      { at: 59, head: 9n },
    ]);
  });

  it('does not pause where nobody could hurry it', async () => {
    world.append(...BUSY, 53, 59);

    expect(afterwards(await follow()).slice(0, 2)).toEqual([
      { at: 53, head: 8n },
      { at: 59, head: 9n },
    ]);
  });
});

it('a follower that failed says so, and that it goes on', async () => {
  const lines: { readonly msg: string; readonly failures: number }[] = [];
  const log = createLog('info', {
    to: { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) },
  });
  let failing = 2;
  const lease = () =>
    failing-- > 0 ? Promise.reject(new Error('no answer')) : Promise.resolve({ release: () => Promise.resolve() });
  const job = { name: 'spec', lease, begin: () => Promise.resolve(() => Promise.resolve('start' as const)) };
  const grown = (_: After, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
  const follower = new FollowLoop(job, { grown }, log);
  follower.start();
  await until(() => lines.some(({ msg }) => msg === 'a follower goes on'));
  await follower.stop();
  expect(lines.map(({ msg, failures }) => [msg, failures])).toEqual([
    ['a follower failed and starts over', 1],
    ['a follower failed and starts over', 2],
    ['a follower goes on', 2],
  ]);
});
