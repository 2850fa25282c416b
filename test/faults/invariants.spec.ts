import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BoxWorld } from '../support/box-world.js';
import { aBox, boxCard, shelfBoard } from '../support/boxes.js';
import { newBoxes, sharedBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { counted, type Told } from './support/told.js';
import { write } from './support/writers.js';

const VIEWS = [boxCard(), shelfBoard()];

describe('the global invariants', () => {
  let world: BoxWorld;
  let told: readonly Told[];
  beforeEach(async () => {
    world = await BoxWorld.open();
    await world.follower(VIEWS).start();
    const work = newBoxes(world.events);
    told = await write({ writers: 4, work, more: (done) => done < 10 });
  });
  afterEach(() => world.close());

  const broken = (views = VIEWS, all = told) => violations({ url: world.database.superuserUrl, told: all, views });

  it('hold after plain work', async () => {
    const races = await write({
      writers: 8,
      work: sharedBoxes(world.events, [aBox(), aBox()]),
      more: (done) => done < 10,
    });
    expect(counted(races).acked + counted(races).refused).toBe(80);

    expect(await broken(VIEWS, [...told, ...races])).toEqual([]);
  });

  // What a superuser can do, a fault might have done.
  const vandal = async (sql: string) => {
    await broken();
    await world.sql(`SET session_replication_role = replica; ${sql}`);
  };

  it.each([
    ['INV1', 'a lost command', 'DELETE FROM log.event WHERE position >= (SELECT max(position) FROM log.event)'],
    ['INV2', 'a gap', 'DELETE FROM log.event WHERE position = 3'],
    ['INV2', 'a stream that skips', 'UPDATE log.event SET revision = 7 WHERE position = 3'],
    [
      'INV2',
      'a clock that steps back',
      `UPDATE log.event SET recorded_at = now() - interval '1 day' WHERE position = 3`,
    ],
    [
      'INV4',
      'a row that differs',
      `UPDATE view.box_card_v1 SET row = row::jsonb || '{"shelf":"else"}' WHERE since = 0`,
    ],
    ['INV4', 'a period that differs', 'UPDATE view.box_card_v1 SET born = 77 WHERE since = 0'],
    ['INV4', 'an owner that differs', `UPDATE view.box_card_v1 SET territory = 'a/' WHERE since = 0`],
    ['INV4', 'a row too few', 'DELETE FROM view.shelf_board_v1_past WHERE since = 0'],
    [
      'INV4',
      'the last row too few',
      'DELETE FROM view.box_card_v1 WHERE key = (SELECT max(key) FROM view.box_card_v1)',
    ],
    [
      'INV4',
      'a row too many',
      `CREATE TEMP TABLE one AS SELECT * FROM view.box_card_v1 LIMIT 1; UPDATE one SET key = 'box-more';
       INSERT INTO view.box_card_v1 SELECT * FROM one`,
    ],
    ['INV5', 'a changed payload', `UPDATE log.event SET data = '{"label":"else"}' WHERE position = 3`],
    ['INV5', 'an event of another command', 'UPDATE log.event SET command_key = gen_random_uuid() WHERE position = 3'],
  ])('%s finds %s', async (name, _, sql) => {
    await vandal(sql);

    expect(await broken()).toContainEqual(expect.stringContaining(name));
  });

  it('INV1 finds what was promised and is not there, and what is there against a promise', async () => {
    const [one] = told;
    if (!one) throw new Error('nothing was written');
    const refused: Told = { ...one, last: { is: 'refused', why: 'WrongVersion' } };
    const elsewhere: Told = { ...one, last: { is: 'acked', events: one.events, position: 10_000n } };

    expect(await broken([], [refused])).toEqual([expect.stringContaining('INV1: refused')]);
    expect(await broken([], [elsewhere])).toEqual([expect.stringContaining('INV1: acked')]);
  });
});
