import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { decode, foldedRows, sourceOf, type AnyView, type ViewOf } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { BoxWorld } from '../../../../test/support/box-world.js';
import {
  aBox,
  aPallet,
  append,
  boxCard,
  boxFact,
  carried,
  moved,
  packed,
  shelfBoard,
  shelfTraffic,
} from '../../../../test/support/boxes.js';

const VIEWS: readonly AnyView[] = [boxCard(1, new Set(['bad'])), shelfBoard(), shelfTraffic()];
const NOW = '9223372036854775807';

describe('F03: a follower that is killed', () => {
  let world: BoxWorld;
  beforeAll(async () => {
    world = await BoxWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(() => world.forgetViews());

  /**
   * Counts the statements of every connection that a follower takes. After the n-th has run, the server ends its connection and
   * the answer is lost: so the follower cannot know whether it ran, which is the worst case of dying before it too.
   */
  const sabotage = (pool: Pool, nth: number) => {
    let statements = 0;
    const connect = pool.connect.bind(pool);
    const sabotaged = async (callback?: Parameters<typeof connect>[0]) => {
      // The pool's own questions go on.
      if (callback) {
        connect(callback);
        return;
      }
      const client = await connect();
      const query = client.query.bind(client) as (
        ...args: readonly unknown[]
      ) => Promise<{ rows: { pid: number }[] } | Writable>;
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const counted = async (...args: readonly unknown[]) => {
        const mine = ++statements;
        // A COPY is broken off before its rows are there.
        const result = await query(...args);
        if (mine !== nth) return result;
        if (result instanceof Writable) result.on('error', () => undefined);
        await world.sql(`SELECT pg_terminate_backend(${String(rows[0]?.pid)}, 5000)`);
        throw new Error('the answer was lost');
      };
      return Object.assign(client, { query: counted });
    };
    Object.assign(pool, { connect: sabotaged });
    return () => statements;
  };

  /** Follows while something breaks, appends more, and waits until all is folded. Says how many statements that took. */
  const followThrough = async (nth: number) => {
    const [one, two, bad] = [aBox(), aBox(), aBox()];
    // Shelves of its own for each round, or their rows would grow and grow.
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()] as const;
    await append(world.events, one, [packed({ shelf: a }), moved(b)]);
    await append(world.events, bad, [packed({ shelf: a, label: 'bad' }), moved(c)]);
    const pool = world.openPool();
    const statements = sabotage(pool, nth);
    const { start, caughtUp, follower } = world.follower(VIEWS, world.events, world.viewStore(VIEWS, pool));
    await start().catch(() => start());
    await caughtUp();
    await append(world.events, two, [packed({ shelf: a }), moved(b), boxFact('BoxBurnt'), packed({ shelf: c })]);
    await append(world.events, one, [moved(c), moved(a)]);
    await append(world.events, aPallet(), [carried(a, b), carried(b, c)]);
    await caughtUp();
    await follower.stop();
    await pool.end();
    return statements();
  };

  it('has folded every event once, whichever statement was its last', async () => {
    const statements = await followThrough(0);
    expect(statements).toBeGreaterThan(20);

    for (let nth = 1; nth <= statements; nth++) {
      await world.forgetViews();
      await followThrough(nth);

      const events = await world.events.readAll({ after: 'start', limit: 10_000 });
      for (const view of VIEWS) {
        const rows = await world.rows(`${view.name}_v1`);
        expect({ nth, view: view.name, rows: rows.map(plain) }).toEqual({
          nth,
          view: view.name,
          rows: oracle(view, events),
        });
      }
    }
  }, 240_000);
});

const plain = ({ key, since, until, born, row }: Record<string, unknown>) => ({ key, since, until, born, row });

interface Version {
  readonly key: string;
  readonly since: string;
  until: string;
  readonly born: string;
  readonly row: object;
}

/** The versions of a view's rows by the plainest of folds: one event after the other, nothing stored. */
const oracle = (view: AnyView, events: readonly StoredEvent[]): readonly Version[] => {
  const versions: Version[] = [];
  const parked = new Set<string>();
  for (const event of events) {
    try {
      if (!parked.has(event.stream)) takeIn(view, versions, event);
    } catch {
      parked.add(event.stream);
    }
  }
  return versions.sort((a, b) => (a.key === b.key ? Number(a.since) - Number(b.since) : a.key < b.key ? -1 : 1));
};

const takeIn = (view: AnyView, versions: Version[], event: StoredEvent) => {
  const source = sourceOf(view, event.stream);
  if (!source) return;
  const stands = (key: string) => versions.find((version) => version.key === key && version.until === NOW);
  const since = String(event.position);
  const folded = foldedRows(view as ViewOf<object>, decode(source, event), event, (key) => stands(key)?.row);
  for (const { key, row } of folded) {
    const before = stands(key);
    if (before) before.until = since;
    const json = JSON.stringify(row);
    if (row) versions.push({ key, since, until: NOW, born: before?.born ?? since, row: JSON.parse(json) as object });
  }
};
