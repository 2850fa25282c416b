import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '#kernel';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { PostgresViewBuilds, PostgresViews } from '#platform/postgres';
import { ViewRegistry, type Looking } from '#platform/views';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BoxWorld } from '../support/box-world.js';
import { aBox, anOrg, append, boxCard, moved, packed, shelfBoard } from '../support/boxes.js';
import { full, times } from '../support/faults.js';
import { percentile } from '../support/percentile.js';
import { soon } from '../support/soon.js';
import { manyBoxes } from './support/many-boxes.js';

jest.setTimeout(times(180_000, 3_600_000));

const EVENTS = times(6_000, 1_000_000);
const PATIENCE_MS = times(60_000, 1_800_000);
const IDLE_MS = times(500, 30_000);
const READ_MS = 1_000 / 50;
const WRITE_MS = 1_000 / 20;
const everybody: Looking = {
  actor: { actorId: 'person-1', grants: [{ role: 'system' }], orgId: anOrg() },
};

/** Reported, not asserted: these are times of a machine that has other work. */
const report = (idle: readonly number[], building: readonly number[]) => {
  const p95 = (took: readonly number[]) => percentile(took, 0.95).toFixed(1);
  const longest = building.at(-1)?.toFixed(0) ?? '?';
  console.info(`F23: p95 of reads ${p95(idle)} ms idle, ${p95(building)} ms while building; longest ${longest} ms`);
};

describe('F23: a rebuild under load', () => {
  let world: BoxWorld;
  beforeEach(async () => {
    world = await BoxWorld.open();
  });
  afterEach(() => world.close());

  /** Reads and writes until told to stop; says how often it read. Fails when a read fails, or shows less than was there before. */
  const underLoad = (views: PostgresViews, card: ReturnType<typeof boxCard>, boxes: readonly Id[]) => {
    let stopped = false;
    let seen = 0;
    let least = 0;
    let took: number[] = [];
    const failures: unknown[] = [];
    const every = async (ms: number, work: () => Promise<void>) => {
      while (!stopped) {
        await Promise.all([sleep(ms), work().catch((error: unknown) => failures.push(error))]);
      }
    };
    const read = async () => {
      const wanted = least;
      const known = boxes[seen++ % boxes.length] ?? aBox();
      const began = performance.now();
      const [[all], box] = await Promise.all([
        views.tally(card, { count: [] }, everybody),
        views.get(card, known, everybody),
      ]);
      if (!all || all.total < wanted || !box)
        throw new Error(`a reader saw ${String(all?.total)} of ${String(wanted)} rows`);
      least = Math.max(least, all.total);
      took.push(performance.now() - began);
    };
    const write = async () => {
      const box = aBox();
      await append(world.events, box, [packed({ shelf: 'under load' }), moved('elsewhere')]);
    };
    const both = Promise.all([every(READ_MS, read), every(WRITE_MS, write)]);
    return {
      /** How long each read took since this was last asked, in milliseconds, sorted upwards. */
      lap: () => {
        const sorted = took.toSorted((a, b) => a - b);
        took = [];
        return sorted;
      },
      stop: async () => {
        stopped = true;
        await both;
        return { seen, failures };
      },
    };
  };

  const reading = (followed: ReturnType<BoxWorld['follower']>) => {
    const { registry, progress: visibility } = followed;
    const personal = new PersonalDataCipher(new MemoryKeyStore());
    return new PostgresViews({
      pool: world.openPool(),
      views: registry,
      ...{ events: world.events, clock: () => new Date(), visibility, personal },
    });
  };

  const refolded = () => world.refolded([boxCard()], (fresh) => fresh.digests('box_card_v1'), PATIENCE_MS);

  it('shows every row all the time, keeps the build before it up to date, and goes back at once', async () => {
    const boxes = await manyBoxes(world.events, EVENTS);
    const card = boxCard();
    const followed = world.follower([card, shelfBoard()], world.events, undefined, PATIENCE_MS);
    const views = reading(followed);
    await followed.start();
    await followed.caughtUp();
    const builds = new PostgresViewBuilds(world.pool, followed.registry, world.events);
    const serving = async (build: number) => {
      const table = (await builds.tables()).find((one) => one.view === card.name && one.build === build);
      expect(table).toMatchObject({ state: 'serving' });
    };
    const load = underLoad(views, card, boxes);
    await sleep(IDLE_MS);
    const idle = load.lap();

    expect(await builds.order(card)).toBe(1);
    await soon(() => serving(1));
    // To the end of the reads that met the change-over.
    await sleep(IDLE_MS / 10);
    if (full) report(idle, load.lap());
    expect(await builds.order(card)).toBeUndefined();
    await append(world.events, boxes[0] ?? aBox(), [moved('after the change-over')]);
    await followed.caughtUp();
    expect(await builds.ask(card, 'serve')).toBe(0);
    await soon(() => serving(0));
    expect(await views.get(card, boxes[0] ?? '', everybody)).toMatchObject({ shelf: 'after the change-over' });
    const { seen, failures } = await load.stop();
    expect(failures).toEqual([]);
    expect(seen).toBeGreaterThan(10);

    await followed.caughtUp();
    await soon(async () => expect(new Set((await builds.tables()).map(({ at }) => at)).size).toBe(1));
    const fresh = await refolded();
    expect(await world.digests('box_card_v1')).toEqual(fresh);
    expect(await world.digests('box_card_v1_b1')).toEqual(fresh);

    expect(await builds.ask(card, 'drop')).toBe(1);
    await soon(async () => expect(await builds.tables()).toHaveLength(2));
    await expect(world.rows('box_card_v1_b1')).rejects.toThrow('does not exist');
  });

  it('of a raised version leaves the release that has the old one alone', async () => {
    const boxes = await manyBoxes(world.events, EVENTS / 2);
    const [one, two] = [boxCard(1), boxCard(2)];
    const old = world.follower([one, shelfBoard()], world.events, undefined, PATIENCE_MS);
    const views = reading(old);
    await old.start();
    await old.caughtUp();
    const load = underLoad(views, one, boxes);

    const newer = world.follower(
      [two, shelfBoard()],
      world.events,
      world.viewStore([two, shelfBoard()], world.openPool()),
      PATIENCE_MS,
    );
    const viewsOfNewer = reading(newer);
    await newer.start();
    // The first answer that the newer release gives is whole.
    await soon(async () => {
      const [all] = await viewsOfNewer.tally(two, { count: [] }, everybody);
      expect(all?.total).toBeGreaterThanOrEqual(boxes.length);
    });
    await old.caughtUp();
    const { failures } = await load.stop();
    expect(failures).toEqual([]);

    await Promise.all([old.caughtUp(), newer.caughtUp()]);
    const fresh = await refolded();
    expect(await world.digests('box_card_v1')).toEqual(fresh);
    expect(await world.digests('box_card_v2')).toEqual(fresh);
    await old.follower.stop();
    const left = new PostgresViewBuilds(world.pool, new ViewRegistry([two]), world.events);
    expect(await left.dropEarlier(two)).toEqual({ dropped: [1], inUse: [] });
  });
});
