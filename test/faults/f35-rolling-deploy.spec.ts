import { eventsOf, fact, type AnyView } from '#kernel';
import { PostgresEventStore } from '#platform/postgres';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { BoxWorld } from '../support/box-world.js';
import { aBox, append, boxCard, boxEvents, boxFact, moved, packed, shelfBoard } from '../support/boxes.js';
import { times } from '../support/faults.js';
import { newBoxes, sharedBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import type { Told } from './support/told.js';
import { write } from './support/writers.js';

/** The next release: it knows one more event type, and so its views have other versions. */
const nextEvents = eventsOf('box', {
  ...boxEvents.facts,
  BoxTeleported: fact('Box teleported', '瞬移', { shelf: z.string() }),
});
const next = (view: AnyView): AnyView => ({
  ...view,
  version: 2,
  of: [nextEvents],
  on: { box: { ...view.on['box'], BoxTeleported: view.on['box']?.['BoxMoved'] ?? 'ignore' } },
});

describe('F35: a release and the next one, side by side', () => {
  const NOW = [boxCard(), shelfBoard()];
  const NEXT: readonly AnyView[] = [next(boxCard()), next(shelfBoard())];
  let world: BoxWorld;
  let second: PostgresEventStore;
  const told: Told[] = [];
  beforeEach(async () => {
    world = await BoxWorld.open();
    second = new PostgresEventStore(world.database.applicationUrl);
  });
  afterEach(async () => {
    await second.close();
    await world.close();
  });

  const broken = (views: readonly AnyView[]) => violations({ url: world.database.superuserUrl, told, views });

  const traffic = async () => {
    const shared = [aBox(), aBox(), aBox()];
    const each = times(5, 200);
    const more = (done: number) => done < each;
    const ordinary = [
      write({ writers: 3, work: newBoxes(world.events), more }),
      write({ writers: 3, work: newBoxes(second), more }),
      write({ writers: 2, work: sharedBoxes(second, shared), more }),
    ];
    // Only the next release writes what only it knows; the present one goes on with the same boxes.
    for (let n = 0; n < each; n++) {
      const box = aBox();
      await append(world.events, box, [packed({ shelf: 'a' })]);
      await append(second, box, [boxFact('BoxTeleported', { shelf: 'b' })]);
      await append(world.events, box, [moved('c')]);
    }
    told.push(...(await Promise.all(ordinary)).flat());
  };

  it('each keep their own views; neither drops, doubles or stops because of the other, forwards and back again', async () => {
    const now = world.follower(NOW);
    await now.start();
    await traffic();
    const later = world.follower(NEXT, second, world.viewStore(NEXT, world.openPool(), second));
    await later.start();
    await traffic();
    expect(await broken([...NOW, ...NEXT])).toEqual([]);
    const waiting = await now.follower.parked();
    expect(new Set(waiting.map(({ error }) => error))).toEqual(
      new Set(['UnknownEvent: cannot read event BoxTeleported version 1']),
    );
    expect(await later.follower.parked()).toEqual([]);

    await now.follower.stop();
    await traffic();
    expect(await broken(NEXT)).toEqual([]);

    // The next release is taken back: the present one goes on from where it stopped.
    await later.follower.stop();
    const again = world.follower(NOW, world.events, world.viewStore(NOW, world.openPool()));
    await again.start();
    await traffic();
    expect(await broken(NOW)).toEqual([]);
  }, 180_000);
});
