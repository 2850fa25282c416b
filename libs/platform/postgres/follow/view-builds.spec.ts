import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf } from '#kernel';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { ViewNotReady, type Looking } from '#platform/views';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { BoxWorld } from '../../../../test/support/box-world.js';
import { placeCard, territoryAt } from '../../../../test/support/box-places.js';
import { aBox, anOrg, aPath, append, boxCard, moved, packed, shelfBoard } from '../../../../test/support/boxes.js';
import { query } from '../../../../test/support/query.js';
import { soon } from '../../../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../../../test/support/temporary-folder.js';
import { migrate, MIGRATIONS } from '../schema/migrate.js';
import { PostgresViewBuilds } from './postgres-view-builds.js';
import { PostgresViews } from '../read-model/postgres-views.js';

const everybody: Looking = { actor: { actorId: 'person-1', grants: [{ role: 'system' }], orgId: anOrg() } };

describe('a view that is built beside the one that is read', () => {
  let world: BoxWorld;
  beforeEach(async () => {
    world = await BoxWorld.open();
  });
  afterEach(() => world.close());

  const operating = ({ registry }: ReturnType<BoxWorld['follower']>) =>
    new PostgresViewBuilds(world.pool, registry, world.events);
  const reading = ({ registry, progress: visibility }: ReturnType<BoxWorld['follower']>) => {
    const personal = new PersonalDataCipher(new MemoryKeyStore());
    return new PostgresViews({
      pool: world.pool,
      views: registry,
      ...{ events: world.events, clock: () => new Date(), visibility, personal },
    });
  };
  const stateOf = async (builds: PostgresViewBuilds, build: number) =>
    (await builds.tables()).find((table) => table.build === build)?.state;

  it('is not read before it is whole', async () => {
    const card = boxCard();
    const box = aBox();
    await append(world.events, box, [packed()]);
    const followed = world.follower([card], world.events, undefined, 300);
    await expect(reading(followed).get(card, box, everybody)).rejects.toThrow(ViewNotReady);

    await followed.start();

    expect(await soon(() => reading(followed).get(card, box, everybody))).toMatchObject({ id: box });
  });

  it('leaves the readers of other views alone while it is built for the first time, and tells its own how far it is', async () => {
    const [card, board] = [boxCard(), shelfBoard()];
    const before = world.follower([card, board]);
    await before.start();
    await append(world.events, aBox(), [packed()]);
    await before.caughtUp();
    await before.follower.stop();
    const raised = { ...board, version: 2 };
    const store = world.viewStore([card, raised]);
    // Whoever builds it does not come.
    store.buildLease = () => Promise.resolve(undefined);
    const followed = world.follower([card, raised], world.events, store, 300);
    await followed.start();
    const box = aBox();
    const { position } = await append(world.events, box, [packed()]);
    const views = reading(followed);

    expect(await views.get(card, box, { ...everybody, waitFor: position })).toMatchObject({ id: box });
    expect(await views.get(card, box, { ...everybody, asOf: { position } })).toMatchObject({ id: box });
    for (const looking of [everybody, { ...everybody, waitFor: position }, { ...everybody, asOf: { position } }]) {
      await expect(views.get(raised, 'a', looking)).rejects.toEqual(new ViewNotReady('shelf_board', 'start', position));
    }
  });

  it('finds in its territory what changed again before it was stored', async () => {
    const [card, places, box, place] = [boxCard(), placeCard(), aBox(), aPath()];
    await append(world.events, box, [packed({ territoryPath: place })]);
    // More than are folded in one go.
    const shelves = Array.from({ length: 300 }, (_, n) => moved(String(n)));
    await append(world.events, aBox(), [packed(), ...shelves]);
    await append(world.events, box, [moved('b')]);
    const followed = world.follower([card, places]);
    await followed.start();
    const here = () => reading(followed).page(card, { first: 5 }, { ...everybody, within: territoryAt(place) });

    const { edges } = await soon(here);
    expect(edges.map(({ node }) => node.id)).toEqual([box]);
  });

  it('takes its place once readers of the old one have come to an end, and holds nobody up meanwhile', async () => {
    const card = boxCard();
    await append(world.events, aBox(), [packed()]);
    const followed = world.follower([card]);
    const builds = operating(followed);
    await followed.start();
    await followed.caughtUp();
    const reader = new Client({ connectionString: world.database.applicationUrl });
    await reader.connect();
    await reader.query('BEGIN; SELECT FROM view.box_card_v1');

    await builds.order(card);
    await soon(async () => expect(await stateOf(builds, 1)).toBe('ready'));
    const box = aBox();
    await append(world.events, box, [packed(), moved('b')]);
    await followed.caughtUp();
    expect(await reading(followed).get(card, box, everybody)).toMatchObject({ shelf: 'b' });
    expect(await stateOf(builds, 0)).toBe('serving');

    await reader.query('ROLLBACK');
    await reader.end();
    await soon(async () => expect(await stateOf(builds, 1)).toBe('serving'));
    expect(await world.rows('box_card_v1')).toEqual(await world.replayed([boxCard()], 'box_card_v1'));
  });

  it('parks what it cannot fold for itself alone, and folds it once it can', async () => {
    const cursed = new Set(['bad']);
    const card = boxCard(1, cursed);
    const bad = aBox();
    const followed = world.follower([card]);
    const builds = operating(followed);
    cursed.clear();
    await followed.start();
    await append(world.events, bad, [packed({ label: 'bad' })]);
    await append(world.events, aBox(), [packed()]);
    await followed.caughtUp();
    cursed.add('bad');

    await builds.order(card);
    await soon(async () => expect(await stateOf(builds, 1)).toBe('serving'));
    expect(await builds.tables()).toMatchObject([
      { build: 0, parked: 0 },
      { build: 1, parked: 1 },
    ]);
    expect(await followed.follower.parked()).toMatchObject([{ stream: bad }]);

    cursed.clear();
    await followed.restarted();
    await soon(async () => expect(await followed.follower.parked()).toEqual([]));
    expect(await world.rows('box_card_v1')).toEqual(await world.rows('box_card_v1_b0'));
  });

  it('forgets what was sent ahead of a step that never came', async () => {
    const card = boxCard();
    const box = aBox();
    await append(world.events, box, [packed({ shelf: 'a' }), moved('b'), moved('c')]);
    const store = world.viewStore([card]);
    await store.prepare();
    const table = { view: card, build: 0, state: 'building' } as const;
    const owner = { territory: '', orgs: [] };
    const row = {
      key: box,
      born: 0n,
      owner,
      columns: columnsOf(card).map(() => null),
      scopes: [],
      text: JSON.stringify({ id: box, shelf: 'a', territoryPath: '', orgs: [] }),
    };
    const nothing = { table, ended: [], closed: [], parked: [] };
    const killed = await store.buildLease();
    await killed?.commit({ from: 'start', to: 0n, changes: [{ ...nothing, open: [{ ...row, since: 0n }] }] });
    await killed?.keep([{ table, ended: [{ ...row, since: 0n, until: 1n }] }]);
    await killed?.release();

    const followed = world.follower([card]);
    await followed.start();
    await followed.caughtUp();

    const shelves = (await world.rows('box_card_v1')).map(({ since, until, row }) => [since, until, row]);
    expect(shelves).toMatchObject([
      ['0', '1', { shelf: 'a' }],
      ['1', '2', { shelf: 'b' }],
      ['2', expect.any(String), { shelf: 'c' }],
    ]);
  });

  it('is built anew when its table is gone', async () => {
    await append(world.events, aBox(), [packed(), moved('b')]);
    const before = world.follower([boxCard()]);
    await before.start();
    await before.caughtUp();
    await before.follower.stop();
    await world.sql('DROP TABLE view.box_card_v1');

    const after = world.follower([boxCard()]);
    await after.start();
    await after.caughtUp();

    expect(await soon(() => world.rows('box_card_v1'))).toHaveLength(2);
  });

  it('leaves views that another release follows to that release, and takes them over when it ends', async () => {
    const old = world.follower([boxCard(1), shelfBoard()]);
    await old.start();
    const views = [boxCard(2), shelfBoard()];
    const newer = world.follower(views, world.events, world.viewStore(views, world.openPool()));
    await newer.start();
    await append(world.events, aBox(), [packed(), moved('b')]);
    await Promise.all([old.caughtUp(), newer.caughtUp()]);
    expect(await operating(newer).dropEarlier(boxCard(2))).toEqual({ dropped: [], inUse: [1] });

    await old.follower.stop();
    await append(world.events, aBox(), [packed()]);
    await newer.caughtUp();

    expect(await world.rows('shelf_board_v1')).toEqual(await world.replayed([shelfBoard()], 'shelf_board_v1'));
    expect(await operating(newer).dropEarlier(boxCard(2))).toEqual({ dropped: [1], inUse: [] });
  });

  it('is built anew in a database of before what ended was kept apart', async () => {
    const { ownerUrl, applicationUrl } = world.database;
    await query(ownerUrl, 'DROP SCHEMA view CASCADE; DELETE FROM migration.applied WHERE number > 1');
    const folder = temporaryFolder();
    for (const file of ['0001_log.sql', '0002_views.sql']) copyFileSync(join(MIGRATIONS, file), join(folder, file));
    await migrate({ ownerUrl, appRole: 'sifang_app', folder });
    removeFolder(folder);
    await append(world.events, aBox(), [packed(), moved('b')]);
    await query(
      applicationUrl,
      `CREATE TABLE view.box_card_v1 (key text COLLATE "C", since bigint, until bigint, born bigint, territory text COLLATE "C",
         orgs text[] COLLATE "C", directory boolean, row jsonb, PRIMARY KEY (key, since));
       INSERT INTO view.checkpoint (follower, version, log, position, table_name, complete)
         SELECT 'box_card', 1, id, 1, 'view.box_card_v1', true FROM log.identity`,
    );
    await query(
      ownerUrl,
      `DROP FUNCTION log.append_together, log.append_one, log.start_test_clock, log.test_time, log.stale,
         log.append_together_relying, log.append_events_relying, log.own_key_store, log.record_erased_keys;
       DROP TABLE log.test_clock, log.key_store, log.erased_key; DROP SCHEMA sign_in, security CASCADE`,
    );
    await migrate({ ownerUrl, appRole: 'sifang_app' });

    const card = boxCard();
    const followed = world.follower([card]);
    await followed.start();
    await append(world.events, aBox(), [packed()]);
    await followed.caughtUp();
    expect(await world.rows('box_card_v1')).toEqual(await world.replayed([boxCard()], 'box_card_v1'));
  });
});
