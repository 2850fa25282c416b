import { once } from 'node:events';
import { PostgresViewBuilds } from '#platform/postgres';
import { ViewRegistry } from '#platform/views';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BoxWorld } from '../support/box-world.js';
import { boxCard, shelfBoard } from '../support/boxes.js';
import { times } from '../support/faults.js';
import { startNode } from '../support/node-process.js';
import { soon } from '../support/soon.js';
import { manyBoxes } from './support/many-boxes.js';

jest.setTimeout(times(240_000, 3_600_000));

const KILLS = times(3, 20);
/** A build is stored ten thousand events at a time: about as many times as it is killed. */
const EVENTS = KILLS * times(10_000, 20_000);

describe('F24: a rebuild that is killed', () => {
  let world: BoxWorld;
  beforeAll(async () => {
    world = await BoxWorld.open();
  });
  afterAll(() => world.close());

  it('goes on where it was, wherever that was, and ends as if nothing had happened', async () => {
    const card = boxCard();
    const builds = new PostgresViewBuilds(world.pool, new ViewRegistry([card, shelfBoard()]), world.events);
    const first = world.follower([card, shelfBoard()]);
    await first.start();
    await manyBoxes(world.events, EVENTS);
    await first.caughtUp();
    await first.follower.stop();
    expect(await builds.order(card)).toBe(1);
    const table = async () => (await builds.tables()).find(({ view, build }) => view === card.name && build === 1);
    const at = async () => {
      const place = (await table())?.at;
      return place === undefined || place === 'start' ? -1 : Number(place);
    };

    const points: number[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      const before = await at();
      const point = before + Math.floor(((EVENTS - before) * Math.random()) / (KILLS - kill + 1));
      const { child, line } = startNode('test/faults/support/follow-boxes.ts', [world.database.applicationUrl]);
      await line(/follows/);
      let least = before;
      for (let now = before; now < point; now = await at()) least = Math.min(least, now);
      // What was stored is never folded again.
      expect(least).toBe(before);
      child.kill('SIGKILL');
      await once(child, 'close');
      points.push(await at());
    }
    console.info(`killed after positions ${points.join(', ')}`);
    expect(points).toEqual([...points].sort((a, b) => a - b));

    const last = world.follower([boxCard(), shelfBoard()]);
    await last.start();
    await soon(async () => expect(await table()).toMatchObject({ state: 'serving' }));
    await last.caughtUp();
    const fresh = await world.replayed([boxCard()], 'box_card_v1');
    expect(await world.rows('box_card_v1')).toEqual(fresh);
    await soon(async () => expect(await world.rows('box_card_v1_b0')).toEqual(fresh));
  });
});
