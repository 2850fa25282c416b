import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BoxWorld } from '../support/box-world.js';
import { aBox, boxCard } from '../support/boxes.js';
import { times } from '../support/faults.js';
import { sharedBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { counted, reasons } from './support/told.js';
import { write } from './support/writers.js';

const CLIENTS = 32;

describe('F06 a storm of conflicts: 32 clients on one stream', () => {
  let world: BoxWorld;
  beforeEach(async () => {
    world = await BoxWorld.open();
  });
  afterEach(() => world.close());

  const deadlocks = async () => {
    const [row] = await world.sql(`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`);
    return row?.['deadlocks'];
  };

  it('tells every loser so by name, leaves no gap, and always lets somebody through', async () => {
    const views = [boxCard()];
    await world.follower(views).start();
    const box = aBox();
    const work = sharedBoxes(world.events, [box]);
    const rounds = times(10, 63);
    const told = await write({ writers: CLIENTS, work, more: (done) => done < rounds });

    const { acked, refused } = counted(told);
    expect(acked + refused).toBe(CLIENTS * rounds);
    expect(Object.keys(reasons(told))).toEqual(['WrongVersion']);
    // A round in which all lose would be a round in which nobody wrote: at least one wins whenever any is refused.
    expect(acked).toBeGreaterThanOrEqual(rounds);
    expect(await world.events.readStream(box)).toHaveLength(acked);
    expect(await deadlocks()).toBe('0');
    expect(await violations({ url: world.database.superuserUrl, told, views })).toEqual([]);
  });
});
