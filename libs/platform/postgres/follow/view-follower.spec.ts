import type { AnyView, Fold } from '#kernel';
import { asUnread } from '#platform/event-store';
import { CheckpointMoved } from '#platform/follow';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BoxWorld } from '../../../../test/support/box-world.js';
import {
  aBox,
  aPallet,
  aPath,
  append,
  boxCard,
  boxFact,
  carried,
  moved,
  packed,
  shelfBoard,
  shelfTraffic,
  type Traffic,
} from '../../../../test/support/boxes.js';
import { soon } from '../../../../test/support/soon.js';

describe('the view follower', () => {
  let world: BoxWorld;
  beforeEach(async () => {
    world = await BoxWorld.open();
  });
  afterEach(() => world.close());

  it('keeps each version of a row with the positions in which it was true, however events are batched', async () => {
    const [one, two] = [aBox(), aBox()];
    await append(world.events, one, [packed(), moved('b')]);
    await append(world.events, two, [packed()]);
    const { start, caughtUp } = world.follower([boxCard()]);
    await start();
    await caughtUp();
    await append(world.events, one, [boxFact('BoxWeighed', { kilos: 3 }), moved('c'), boxFact('BoxBurnt')]);
    await caughtUp();
    await append(world.events, one, [packed({ label: 'again' })]);
    await caughtUp();

    const rows = (await world.rows('box_card_v1')).filter(({ key }) => key === one);

    const now = '9223372036854775807';
    expect(rows).toMatchObject([
      { since: '0', until: '1', born: '0', row: { shelf: 'a' } },
      { since: '1', until: '4', born: '0', row: { shelf: 'b' } },
      { since: '4', until: '5', born: '0', row: { shelf: 'c' } },
      { since: '6', until: now, born: '6', row: { label: 'again' } },
    ]);
    expect(await world.rows('box_card_v1')).toEqual(await world.replayed([boxCard()], 'box_card_v1'));
  });

  it('folds events of several kinds, each into every row that it names', async () => {
    const [box, pallet] = [aBox(), aPallet()];
    const { start, caughtUp } = world.follower([shelfTraffic()]);
    await start();
    await append(world.events, box, [packed({ shelf: 'a' })]);
    await append(world.events, pallet, [carried('a', 'b'), boxFact('PalletBroken')]);
    await append(world.events, box, [moved('b')]);
    await caughtUp();

    const rows = await world.rows('shelf_traffic_v1');
    expect(rows).toMatchObject([
      { key: 'a', since: '0', until: '1', row: { came: [box], left: [] } },
      { key: 'a', since: '1', row: { came: [box], left: [pallet] } },
      { key: 'b', since: '1', until: '3', row: { came: [pallet] } },
      { key: 'b', since: '3', row: { came: [pallet, box] } },
    ]);
    expect(rows).toEqual(await world.replayed([shelfTraffic()], 'shelf_traffic_v1'));
  });

  it('stores whose a row is beside it', async () => {
    const territoryPath = aPath();
    await append(world.events, aBox(), [packed({ territoryPath, orgs: ['organisation-1', 'organisation-"{,}\\'] })]);
    const { start, caughtUp } = world.follower([boxCard(), shelfBoard()]);
    await start();
    await caughtUp();

    expect(await world.rows('box_card_v1')).toMatchObject([
      { territory: territoryPath, orgs: ['organisation-1', 'organisation-"{,}\\'], directory: false },
    ]);
    expect(await world.rows('shelf_board_v1')).toMatchObject([{ territory: '', orgs: [], directory: true }]);
  });

  describe('F20: an event that a view cannot fold', () => {
    it('parks its stream for that view alone, and others go on', async () => {
      const [bad, good] = [aBox(), aBox()];
      const { start, caughtUp, follower } = world.follower([boxCard(1, new Set(['bad'])), shelfBoard()]);
      await start();
      await append(world.events, bad, [boxFact('BoxWeighed', { kilos: 1 }), packed({ label: 'bad' }), moved('b')]);
      await append(world.events, good, [packed({ label: 'good' })]);
      await caughtUp();

      expect(await follower.parked()).toEqual([
        { follower: 'box_card', stream: bad, position: 1n, error: 'Error: no …' },
      ]);
      expect(await world.rows('box_card_v1')).toMatchObject([{ key: good }]);
      expect(await world.rows('shelf_board_v1')).toMatchObject([{ key: 'a' }, { key: 'a' }, { key: 'b' }]);
    });

    it('is folded in its place once it can be, with all that touched the same rows since', async () => {
      const [bad, good] = [aBox(), aBox()];
      const cursed = new Set([bad]);
      const { start, caughtUp, follower, restarted } = world.follower([shelfBoard(cursed)]);
      await start();
      await append(world.events, good, [packed()]);
      await append(world.events, bad, [packed(), moved('b')]);
      await append(world.events, good, [moved('b'), moved('a')]);
      await caughtUp();
      await append(world.events, bad, [moved('a')]);
      await caughtUp();
      expect(await follower.parked()).toHaveLength(1);

      const { restarted: restartedAgain, caughtUp: caughtUpAgain } = await restarted();
      await append(world.events, good, [moved('c')]);
      await caughtUpAgain();
      expect(await follower.parked()).toHaveLength(1);

      cursed.clear();
      await restartedAgain();
      await soon(async () => expect(await follower.parked()).toEqual([]));

      expect(await world.rows('shelf_board_v1')).toEqual(await world.replayed([shelfBoard()], 'shelf_board_v1'));
    });

    it('changes none of its rows when one of them cannot be folded, and all of them in its place later', async () => {
      const [one, two, third] = [aPallet(), aPallet(), aPallet()];
      const cursed = new Set(['b']);
      const { start, caughtUp, follower, restarted } = world.follower([shelfTraffic(cursed)]);
      await start();
      await append(world.events, aBox(), [packed({ shelf: 'c' })]);
      await append(world.events, one, [carried('a', 'b'), carried('a', 'c')]);
      await append(world.events, two, [carried('c', 'a')]);
      await append(world.events, third, [carried('a', 'd')]);
      await caughtUp();
      const rows = await world.rows('shelf_traffic_v1');
      expect(rows.filter(({ key }) => key === 'a')).toMatchObject([
        { since: '3', row: { came: [two] } },
        { since: '4', row: { left: [third] } },
      ]);

      cursed.clear();
      await restarted();
      await soon(async () => expect(await follower.parked()).toEqual([]));

      expect(await world.rows('shelf_traffic_v1')).toEqual(await world.replayed([shelfTraffic()], 'shelf_traffic_v1'));
    });

    it('takes back what a stream did to other rows when it is stuck only now', async () => {
      const [first, second] = [aPallet(), aPallet()];
      const cursed = new Set(['a']);
      // What comes to a shelf that the first pallet reached cannot be folded.
      const strict = (): AnyView => {
        const view = shelfTraffic(cursed);
        const { PalletCarried, ...others } = view.on.pallet;
        const fold = PalletCarried as Fold<Traffic, { from: string; to: string }>;
        const guarded: typeof fold = (row, data, at, key) => {
          if (at.stream === second && row?.came.includes(first)) throw new Error('taken');
          return fold(row, data, at, key);
        };
        return { ...view, on: { ...view.on, pallet: { ...others, PalletCarried: guarded } } };
      };
      const { start, caughtUp, follower, restarted } = world.follower([strict()]);
      await start();
      await append(world.events, first, [carried('a', 'b')]);
      await append(world.events, second, [carried('b', 'c'), carried('d', 'e')]);
      await caughtUp();
      expect(await follower.parked()).toMatchObject([{ stream: first }]);

      cursed.clear();
      await restarted();
      await soon(async () => expect(await follower.parked()).toMatchObject([{ stream: second, position: 1n }]));

      const rows = await world.rows('shelf_traffic_v1');
      expect(rows).toMatchObject([{ key: 'a' }, { key: 'b', row: { came: [first], left: [] } }]);
      expect(rows).toEqual(await world.replayed([strict()], 'shelf_traffic_v1'));
    });

    it('is tried again when the program starts', async () => {
      const bad = aBox();
      await append(world.events, bad, [packed({ label: 'bad' }), moved('b')]);
      const before = world.follower([boxCard(1, new Set(['bad']))]);
      await before.start();
      await before.caughtUp();
      await before.follower.stop();

      const after = world.follower([boxCard()]);
      await after.start();
      await soon(async () => expect(await after.follower.parked()).toEqual([]));

      expect(await world.rows('box_card_v1')).toEqual(await world.replayed([boxCard()], 'box_card_v1'));
    });

    it.each([
      ['a NUL', { label: 'a\0b' }],
      ['half a surrogate pair', { label: 'a\ud83d' }],
      ['an indexed text that is too long', { shelf: '长'.repeat(600) }],
      ['an owner whose path is not closed', { territoryPath: 'c1' }],
    ])('parks a row that the database would refuse: %s', async (_, data) => {
      const [bad, good] = [aBox(), aBox()];
      const { start, caughtUp, follower } = world.follower([boxCard()]);
      await start();
      const scan = world.events.scan.bind(world.events);
      // The log itself refuses some of these: hand them in behind its back.
      world.events.scan = async (range) =>
        (await scan(range)).map((unread) => {
          if (unread.stream !== bad) return unread;
          const event = unread.read();
          return asUnread({ ...event, data: { ...event.data, ...data } });
        });
      await append(world.events, bad, [packed()]);
      await append(world.events, good, [packed()]);
      await caughtUp();

      expect(await follower.parked()).toMatchObject([{ stream: bad }]);
      expect(await world.rows('box_card_v1')).toMatchObject([{ key: good }]);
    });
  });

  it.each([
    ['an unknown type', boxFact('BoxTeleported')],
    ['a newer version', boxFact('BoxMoved', { to: 'the future' }, 99)],
    ['data of another shape', boxFact('BoxMoved', { shelf: 7 })],
  ])('F21: parks a stream with %s, and drops nothing', async (_, unread) => {
    const box = aBox();
    const { start, caughtUp, follower } = world.follower([boxCard()]);
    await start();
    await append(world.events, box, [packed(), unread, moved('b')]);
    await caughtUp();

    expect(await follower.parked()).toMatchObject([{ stream: box, position: 1n }]);
    expect(await world.rows('box_card_v1')).toMatchObject([{ row: { shelf: 'a' } }]);
  });

  it.each([
    ['bytes that are no entry', `entry = '\\x7b'`],
    ["another stream's entry", `entry = (SELECT entry FROM log.event WHERE position = 0)`],
    ['no object as its payload', `data = '7'`],
  ])('F21: parks a stream with %s, and no other', async (_, damage) => {
    const [good, bad] = [aBox(), aBox()];
    const { start, caughtUp, follower } = world.follower([boxCard()]);
    await append(world.events, good, [packed()]);
    await append(world.events, bad, [packed(), moved('b')]);
    await append(world.events, good, [moved('c')]);
    await world.sql(`UPDATE log.event SET ${damage} WHERE position = 2`);
    await start();
    await caughtUp();

    await follower.stop();
    await append(world.events, good, [moved('d')]);
    // The next one tries what is parked again before it goes on.
    const next = world.follower([boxCard()]);
    await next.start();
    await next.caughtUp();

    expect(await next.follower.parked()).toMatchObject([{ stream: bad, position: 2n }]);
    const rows = await world.rows('box_card_v1');
    const shelves = (box: string) => rows.filter(({ key }) => key === box).map(({ row }) => row);
    expect(shelves(bad)).toMatchObject([{ shelf: 'a' }]);
    expect(shelves(good)).toMatchObject([{ shelf: 'a' }, { shelf: 'c' }, { shelf: 'd' }]);
  });

  it('skips a newer version of an event that the view ignores', async () => {
    const { start, caughtUp, follower } = world.follower([boxCard()]);
    await start();
    await append(world.events, aBox(), [boxFact('BoxWeighed', { grams: 1 }, 99)]);
    await caughtUp();

    expect(await follower.parked()).toEqual([]);
  });

  describe('a raised version', () => {
    it('builds the view anew beside the old one, while the others stand where they are', async () => {
      await append(world.events, aBox(), [packed(), moved('b')]);
      const before = world.follower([boxCard(), shelfBoard()]);
      await before.start();
      await before.caughtUp();
      await before.follower.stop();

      const after = world.follower([boxCard(2), shelfBoard()]);
      await after.start();
      await append(world.events, aBox(), [packed()]);
      await after.caughtUp();

      expect(await world.rows('box_card_v2')).toHaveLength(3);
      expect(await world.rows('box_card_v1')).toHaveLength(2);
      expect(await world.rows('shelf_board_v1')).toHaveLength(3);
      await after.follower.stop();
    });

    it('keeps the old table until told otherwise', async () => {
      const tables = async () =>
        (await world.sql(`SELECT tablename FROM pg_tables WHERE schemaname = 'view' AND tablename LIKE 'box%'`)).map(
          ({ tablename }) => tablename,
        );
      await append(world.events, aBox(), [packed()]);
      for (const version of [1, 2, 2]) {
        const { start, follower, caughtUp } = world.follower([boxCard(version)]);
        await start();
        await caughtUp();
        await follower.stop();
      }

      expect(await tables()).toEqual([
        ...['box_card_v1', 'box_card_v1_past', 'box_card_v1_reach'],
        ...['box_card_v2', 'box_card_v2_past', 'box_card_v2_reach'],
      ]);
    });

    it('un-parks what the older fold could not take', async () => {
      await append(world.events, aBox(), [packed({ label: 'bad' })]);
      const before = world.follower([boxCard(1, new Set(['bad']))]);
      await before.start();
      await before.caughtUp();
      await before.follower.stop();

      const after = world.follower([boxCard(2)]);
      await after.start();
      await after.caughtUp();

      expect(await after.follower.parked()).toEqual([]);
      expect(await world.rows('box_card_v2')).toHaveLength(1);
    });
  });

  it('starts from nothing when the log is another one', async () => {
    await append(world.events, aBox(), [packed(), moved('b')]);
    const before = world.follower([boxCard()]);
    await before.start();
    await before.caughtUp();
    await before.follower.stop();
    const other = await BoxWorld.open();
    // Copies of one database hold one log, until they are told apart.
    await other.sql('UPDATE log.identity SET id = gen_random_uuid()');
    await append(other.events, aBox(), [packed({ label: 'other' })]);
    await append(other.events, aBox(), [packed({ label: 'more' }), moved('b'), moved('c')]);

    const after = world.follower([boxCard()], other.events);
    await after.start();
    await after.caughtUp();

    expect(await world.rows('box_card_v1')).toEqual(await other.replayed([boxCard()], 'box_card_v1'));
    await after.follower.stop();
    await other.close();
  });

  it('starts from nothing when the log is shorter than the view remembers', async () => {
    await append(world.events, aBox(), [packed({ label: 'kept' })]);
    await append(world.events, aBox(), [packed({ label: 'lost' })]);
    const before = world.follower([boxCard()]);
    await before.start();
    await before.caughtUp();
    await before.follower.stop();
    await world.sql('DELETE FROM log.event WHERE position = 1');

    const after = world.follower([boxCard()]);
    await after.start();
    await soon(async () => expect(await world.rows('box_card_v1')).toMatchObject([{ row: { label: 'kept' } }]));
  });

  it('works in one process at a time; another one takes over', async () => {
    const one = world.follower([boxCard()]);
    const two = world.follower([boxCard()], world.events, world.viewStore([boxCard()], world.openPool()));
    await Promise.all([one.start(), two.start()]);
    await append(world.events, aBox(), [packed()]);
    await Promise.all([one.caughtUp(), two.caughtUp()]);
    const locks = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    expect(await world.sql(locks)).toHaveLength(1);

    await one.follower.stop();
    await append(world.events, aBox(), [packed()]);
    await two.caughtUp();

    expect(await world.rows('box_card_v1')).toHaveLength(2);
  });

  it('writes nothing when somebody else moved the checkpoint', async () => {
    const card = boxCard();
    const store = world.viewStore([card]);
    await store.prepare();
    const lease = await store.lease();
    const columns = [null, null, null, null];
    const row = { key: 'k', since: 0n, born: 0n, owner: 'directory', columns, scopes: [], text: '{}' } as const;
    const table = { view: card, build: 0, state: 'serving' } as const;
    const change = { table, ended: [], closed: [], open: [row], parked: [] };
    await lease?.commit({ from: 'start', to: 0n, changes: [change] });
    const late = { ...row, key: 'late', since: 1n };

    const again = lease?.commit({ from: 'start', to: 1n, changes: [{ ...change, open: [late] }] });

    await expect(again).rejects.toThrow(CheckpointMoved);
    expect(await world.rows('box_card_v1')).toMatchObject([{ key: 'k' }]);
    await lease?.release();
  });

  it('stops at once while it waits, and writes nothing afterwards', async () => {
    const { start, caughtUp, follower } = world.follower([boxCard()]);
    await start();
    await append(world.events, aBox(), [packed()]);
    await caughtUp();

    const began = performance.now();
    await follower.stop();

    expect(performance.now() - began).toBeLessThan(500);
    await append(world.events, aBox(), [packed()]);
    expect(await world.rows('box_card_v1')).toHaveLength(1);
  });
});
