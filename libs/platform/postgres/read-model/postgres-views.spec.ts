import { actorWith, type Actor } from '#access';
import { personalFields, type AnyView, type Id, type Role, type TerritoryPath } from '#kernel';
import { eventId } from '#platform/event-store';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { BadCursor, BeyondTheLog, ViewRegistry, type Looking, type Narrowing } from '#platform/views';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoxWorld } from '../../../../test/support/box-world.js';
import { placeCard, territoryAt } from '../../../../test/support/box-places.js';
import {
  aBox,
  anOrg,
  aPath,
  append,
  boxCard,
  boxEvents,
  boxFact,
  moved,
  packed,
  shelfBoard,
  type Box,
} from '../../../../test/support/boxes.js';
import { PostgresViews } from './postgres-views.js';

const card = boxCard();
const board = shelfBoard();
const places = placeCard();
const { subject: _, ...unnamed } = card;
const register: typeof card = {
  ...unnamed,
  name: 'box_register',
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs, register: true }),
  register: true,
};

const anActor = (roles: readonly Role[], territory: TerritoryPath, orgId = anOrg()): Actor =>
  actorWith({ actorId: 'person-00000000-0000-4000-8000-000000000002', roles, territory, orgId });
const headOf = async ({ events }: BoxWorld): Promise<bigint> => {
  const head = await events.head();
  return head === 'start' ? 0n : head;
};
const everybody: Looking = { actor: anActor(['system'], '') };
const as = (roles: readonly Role[], territory: TerritoryPath, orgId?: Id<'organisation'>): Looking => ({
  actor: anActor(roles, territory, orgId),
});

describe('PostgresViews', () => {
  let world: BoxWorld;
  let followed: ReturnType<BoxWorld['follower']>;
  let views: PostgresViews;
  const personal = new PersonalDataCipher(new MemoryKeyStore());
  beforeAll(async () => {
    world = await BoxWorld.open();
    followed = world.follower([card, board, places, register], world.events, undefined, 2_000);
    const { registry, progress: visibility } = followed;
    views = new PostgresViews({
      pool: world.pool,
      views: registry,
      ...{ events: world.events, clock: () => new Date(), visibility, personal },
    });
    await followed.start();
  });
  afterAll(() => world.close());

  /** Packs a box and waits until it can be seen. */
  const aPacked = async (data: Parameters<typeof packed>[0], box = aBox()): Promise<Id<'box'>> => {
    await append(world.events, box, [packed(data)]);
    await followed.caughtUp();
    return box;
  };
  const keysOf = async (looking: Looking, shelf: string) => {
    const { edges } = await views.page(card, { first: 100, where: { shelf } }, looking);
    return edges.map(({ node }) => node.id);
  };

  /** The newest that can be seen, whatever it is. */
  const listed = async (looking: Looking) => {
    const { edges } = await views.page(card, { first: 100 }, looking);
    return edges.map(({ node }) => node.id);
  };

  describe('shows only what access grants', () => {
    const county = aPath();
    const [town, beside] = [aPath(county), aPath(county)];
    const org = anOrg();

    it.each<[string, Looking, boolean]>([
      ['the territory itself', as(['inspector'], town), true],
      ['a territory above', as(['inspector'], county), true],
      ['a territory beside', as(['inspector'], aPath(county)), false],
      ['an organisation with a stake', as(['unit'], aPath(), org), true],
      ['another organisation in the same place', as(['unit'], town), false],
      ['a role that reaches nothing (T20)', as(['public'], town, org), false],
      ['no role at all (T20)', as([], town, org), false],
      ['a subtree that holds it', { ...as(['inspector'], county), within: territoryAt(town) }, true],
      ['a subtree beside it', { ...as(['inspector'], county), within: territoryAt(beside) }, false],
      ['a subtree wider than the own one', { ...as(['inspector'], aPath()), within: territoryAt(county) }, false],
      ['a territory that is not there', { ...as(['inspector'], county), within: territoryAt(aPath()) }, false],
    ])('to %s', async (_, looking, sees) => {
      for (const territoryPath of [county, beside]) await aPacked({ territoryPath });
      const box = await aPacked({ territoryPath: town, orgs: [org], shelf: `of ${town}` });

      expect((await views.get(card, box, looking)) !== undefined).toBe(sees);
      expect((await keysOf(looking, `of ${town}`)).includes(box)).toBe(sees);
      expect((await listed(looking)).includes(box)).toBe(sees);
      expect((await views.visible([box], looking)).has(box)).toBe(sees);
      expect((await views.labels([box], looking)).has(box)).toBe(sees);
      const [{ total } = { total: -1 }] = await views.tally(
        card,
        { where: { shelf: `of ${town}` }, count: [] },
        looking,
      );
      expect(total > 0).toBe(sees);
    });

    it.each([
      ['c1/', 'c10/'],
      ['c1/', 'c1x/'],
      ['c1/', 'c1-/'],
      ['00000000-0000-4000-8000-000000000010/', '00000000-0000-4000-8000-000000000011/'],
    ])('T21: never to a sibling whose path begins alike: %s and %s', async (mine, theirs) => {
      const root = aPath();
      const [one, two, below] = [
        await aPacked({ territoryPath: root + mine }),
        await aPacked({ territoryPath: root + theirs }),
        await aPacked({ territoryPath: `${root}${mine}~/` }),
      ];
      const seen = async (looking: Looking) => {
        const visible = [...(await views.visible([one, two, below], looking))].sort();
        expect((await listed(looking)).sort()).toEqual(visible);
        return visible;
      };

      expect(await seen(as(['inspector'], root + mine))).toEqual([one, below].sort());
      expect(await seen({ ...everybody, within: territoryAt(root + mine) })).toEqual([one, below].sort());
      for (let length = 1; length < root.length + mine.length; length++) {
        const open = (root + mine).slice(0, length);
        if (open.endsWith('/')) continue;
        expect(await seen(as(['inspector'], open))).toEqual([]);
      }
    });

    it('but a directory to everybody whose role reads', async () => {
      await aPacked({ shelf: 'in the hall' });

      for (const looking of [as(['admin'], ''), { ...as(['unit'], ''), within: territoryAt(aPath()) }]) {
        expect(await views.get(board, 'in the hall', looking)).toMatchObject({ shelf: 'in the hall' });
      }
      for (const looking of [as(['public'], ''), as([], '')]) {
        expect(await views.get(board, 'in the hall', looking)).toBeUndefined();
        expect((await views.page(board, { first: 1 }, looking)).edges).toEqual([]);
      }
    });
  });

  describe('shows a register', () => {
    it('to administrators as a whole, in lists too, and to nobody else beyond their reach', async () => {
      const [place, shelf] = [aPath(), `shelf ${aPath()}`];
      const box = await aPacked({ territoryPath: place, shelf });
      const seen = async (looking: Looking) => {
        const { edges } = await views.page(register, { first: 100 }, looking);
        const found = await views.page(register, { first: 1, where: { shelf } }, looking);
        const one = await views.get(register, box, looking);
        return [edges.some(({ node }) => node.id === box), found.edges.length === 1, one !== undefined];
      };

      for (const looking of [as(['admin'], ''), { ...as(['admin'], ''), within: territoryAt(place) }])
        expect(await seen(looking)).toEqual([true, true, true]);
      for (const looking of [as(['unit'], place), as(['inspector'], aPath())])
        expect(await seen(looking)).toEqual([false, false, false]);
    });
  });

  describe('within a territory', () => {
    it('shows nothing as of a moment at which it was not there, and since then what lay in it', async () => {
      const [place, inside] = [aPath(), aPath()];
      const [here, box] = [place + inside, aBox()];
      // A box lies in it already, before anybody says that it is a territory.
      const early = await append(world.events, box, [packed({ territoryPath: `${here}${aPath()}` })]);
      const added = await append(world.events, aBox(), [packed({ territoryPath: here })]);
      await followed.caughtUp();
      const boxesIn = async (asOf?: Looking['asOf']) => {
        const looking = { ...everybody, within: territoryAt(here), ...(asOf && { asOf }) };
        const seen = await views.visible([box], looking);
        expect((await listed(looking)).includes(box)).toBe(seen.has(box));
        return [...seen];
      };

      expect(await boxesIn({ position: early.position })).toEqual([]);
      expect(await boxesIn({ position: added.position })).toEqual([box]);
      expect(await boxesIn({ recordedAt: '1999-01-01T00:00:00Z' })).toEqual([]);
      expect(await boxesIn({ recordedAt: new Date().toISOString() })).toEqual([box]);
      expect(await boxesIn()).toEqual([box]);
    });

    it('waits for the territory as for what lies in it', async () => {
      const place = aPath();
      const box = aBox();
      const { position } = await append(world.events, box, [packed({ territoryPath: place })]);

      const looking = { ...everybody, within: territoryAt(place), waitFor: position };
      expect((await views.visible([box], looking)).has(box)).toBe(true);
    });

    it('shows nothing where the viewer may not see the territory, or nothing stands for territories', async () => {
      const [place, org] = [aPath(), anOrg()];
      const owned = placeCard(({ path }) => ({ territory: path, orgs: [] }));
      const box = await aPacked({ territoryPath: place, orgs: [org] });
      const beside = world.follower([owned]);
      await beside.start();
      await beside.caughtUp();
      const seenBy = async (looking: Looking, registered: readonly AnyView[]) => {
        const reading = new PostgresViews({
          ...{ pool: world.pool, events: world.events, personal, visibility: followed.progress },
          clock: () => new Date(),
          views: new ViewRegistry(registered),
        });
        return (await reading.visible([box], { ...looking, within: territoryAt(place) })).has(box);
      };

      expect(await seenBy(as(['inspector'], place), [card, owned])).toBe(true);
      expect(await seenBy(as(['unit'], place, org), [card, owned])).toBe(false);
      expect(await seenBy(as(['unit'], place, org), [card, places])).toBe(true);
      expect(await seenBy(everybody, [card])).toBe(false);
    });
  });

  describe('as of a moment', () => {
    it('gives the row as it was, from every position on', async () => {
      const box = aBox();
      const { position: first } = await append(world.events, box, [packed({ shelf: 'a' })]);
      const { position: second } = await append(world.events, box, [moved('b'), moved('c')]);
      const shelfAt = async (position: bigint) =>
        (await views.get(card, box, { ...everybody, asOf: { position } }))?.shelf;

      expect(first === 0n ? undefined : await shelfAt(first - 1n)).toBeUndefined();
      expect(await shelfAt(first)).toBe('a');
      expect(await shelfAt(second - 1n)).toBe('b');
      expect(await shelfAt(second)).toBe('c');
    });

    it('takes an instant as the log recorded it', async () => {
      const box = aBox();
      await append(world.events, box, [packed({ shelf: 'then' })]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const between = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await append(world.events, box, [moved('now')]);
      await followed.caughtUp();
      const shelfAt = async (recordedAt: string) =>
        (await views.get(card, box, { ...everybody, asOf: { recordedAt } }))?.shelf;

      expect(await shelfAt(between)).toBe('then');
      expect(await shelfAt(new Date().toISOString())).toBe('now');
      expect(await shelfAt('1999-01-01T00:00:00Z')).toBeUndefined();
    });

    it('lists and counts what was true then', async () => {
      const box = await aPacked({ shelf: 'before the move' });
      const { position } = await append(world.events, box, [moved('after the move')]);
      const then = { ...everybody, asOf: { position: position - 1n } };
      const since = { ...everybody, asOf: { position } };
      await followed.caughtUp();

      expect(await keysOf(everybody, 'before the move')).toEqual([]);
      expect(await keysOf(then, 'before the move')).toEqual([box]);
      expect(await keysOf(then, 'after the move')).toEqual([]);
      expect(await keysOf(since, 'before the move')).toEqual([]);
      expect(await keysOf(since, 'after the move')).toEqual([box]);
      expect(await views.tally(card, { where: { shelf: 'before the move' }, count: [] }, then)).toMatchObject([
        { total: 1 },
      ]);
    });
  });

  /** All pages of two rows. */
  const paged = async (looking: Looking, where?: object) => {
    const seen: Id[][] = [];
    for (let after: string | undefined, more = true; more;) {
      const paging = { first: 2, ...(where && { where }), ...(after !== undefined && { after }) };
      const { edges, hasNextPage } = await views.page(card, paging, looking);
      seen.push(edges.map(({ node }) => node.id));
      [after, more] = [edges.at(-1)?.cursor, hasNextPage];
    }
    return seen;
  };

  it('pages through what was true then, newest first, whether it changed since or not', async () => {
    const boxes: Id<'box'>[] = [];
    for (let n = 0; n < 6; n++) boxes.unshift(await aPacked({ shelf: 'paged then' }));
    const { position } = await append(world.events, aBox(), [packed({ shelf: 'the end of then' })]);
    for (const box of boxes.filter((_, n) => n % 3 !== 1)) await append(world.events, box, [moved('elsewhere')]);
    await followed.caughtUp();
    const then = { ...everybody, asOf: { position } };

    const pages = [boxes.slice(0, 2), boxes.slice(2, 4), boxes.slice(4)];
    expect(await paged(then, { shelf: 'paged then' })).toEqual(pages);
  });

  it('pages through what was true then in one place, too', async () => {
    const [place, boxes] = [aPath(), new Array<Id>()];
    for (let n = 0; n < 5; n++) boxes.unshift(await aPacked({ territoryPath: aPath(place) }));
    const { position } = await append(world.events, aBox(), [packed({ territoryPath: aPath(place) })]);
    for (const box of boxes.slice(1, 3)) await append(world.events, box, [moved('elsewhere')]);
    await followed.caughtUp();

    const then = { ...as(['inspector'], place), asOf: { position: position - 1n } };
    expect(await paged(then)).toEqual([boxes.slice(0, 2), boxes.slice(2, 4), boxes.slice(4)]);
  });

  it('counts nothing by a field that the view does not declare', async () => {
    await expect(views.tally(card, { count: ['territoryPath'] }, everybody)).rejects.toThrow(
      'no column for territoryPath',
    );
    await expect(views.tally(card, { count: [], by: 'territoryPath' }, everybody)).rejects.toThrow(
      'no column for territoryPath',
    );
  });

  describe('does not look beyond what the log holds:', () => {
    const everything = (looking: Looking): readonly Promise<unknown>[] => [
      views.get(card, 'x', looking),
      views.page(card, { first: 1 }, looking),
      views.count(card, {}, looking),
      views.tally(card, { count: [] }, looking),
      views.labels([aBox()], looking),
      views.visible([aBox()], looking),
    ];

    it.each<[string, (head: bigint) => Pick<Looking, 'asOf'>, BeyondTheLog]>([
      ['a position', (head) => ({ asOf: { position: head + 1n } }), new BeyondTheLog()],
      ['an instant', () => ({ asOf: { recordedAt: '2999-01-01T00:00:00Z' } }), new BeyondTheLog()],
    ])('%s', async (_, ahead, refusal) => {
      const { position } = await append(world.events, aBox(), [packed()]);
      const looks = everything({ ...everybody, ...ahead(position) });
      await Promise.all(looks.map((look) => expect(look).rejects.toEqual(refusal)));
    });

    it('a view that is behind is waited for, and no longer than its patience', async () => {
      const { registry } = followed;
      const { progress: visibility } = world.follower([boxCard(9)], world.events, undefined, 100);
      const parts = { pool: world.pool, events: world.events, clock: () => new Date(), personal };
      const behind = new PostgresViews({ ...parts, views: registry, visibility });
      const { position } = await append(world.events, aBox(), [packed()]);
      await expect(behind.get(card, 'x', { ...everybody, asOf: { position } })).rejects.not.toThrow(BeyondTheLog);
    });
  });

  it('tells the instant that is looked at', async () => {
    const recorded = await append(world.events, aBox(), [packed()]);
    const [event] = await world.events.readAll({ after: recorded.position - 1n, limit: 1 });
    const before = new Date().toISOString();

    expect(await views.instant({ ...everybody, asOf: { position: recorded.position } })).toBe(event?.recordedAt);
    expect(await views.instant({ ...everybody, asOf: { recordedAt: '2022-03-31T09:00:00Z' } })).toBe(
      '2022-03-31T09:00:00.000Z',
    );
    expect((await views.instant(everybody)) >= before).toBe(true);
  });

  describe('in pages', () => {
    it('goes through a list newest first, each row once, while new ones come', async () => {
      const boxes: Id[] = [];
      for (let n = 0; n < 5; n++) boxes.unshift(await aPacked({ shelf: 'paged' }));
      const where = { shelf: 'paged' };

      const first = await views.page(card, { first: 2, where }, everybody);
      await aPacked({ shelf: 'paged' });
      await append(world.events, boxes[4] ?? aBox(), [moved('elsewhere'), moved('paged')]);
      await followed.caughtUp();
      const after = first.edges[1]?.cursor ?? '';
      const second = await views.page(card, { first: 2, after, where }, everybody);
      const third = await views.page(card, { first: 2, after: second.edges[1]?.cursor ?? '', where }, everybody);

      expect([first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node.id))).toEqual(boxes);
      expect([first, second, third].map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false]);
    });

    it.each(['', 'nonsense', 'MSBib3g', Buffer.from('1 shelf_board 3 a').toString('base64url')])(
      'refuses the cursor "%s"',
      async (after) => {
        await expect(views.page(card, { first: 1, after }, everybody)).rejects.toThrow(BadCursor);
      },
    );

    it('goes through all that a place and an organisation hold, each row once, also those that both hold', async () => {
      const [place, org] = [aPath(), anOrg()];
      const both: Parameters<typeof packed>[0][] = [
        { territoryPath: place },
        { territoryPath: place, orgs: [org] },
        { territoryPath: aPath(), orgs: [org, org] },
        { territoryPath: aPath(place), orgs: [org, anOrg()] },
        { territoryPath: aPath(aPath(place)) },
      ];
      const boxes: Id[] = [];
      for (const data of both) boxes.unshift(await aPacked(data));
      const looking = as(['unit', 'inspector'], place, org);

      expect(await paged(looking)).toEqual([boxes.slice(0, 2), boxes.slice(2, 4), boxes.slice(4)]);
      expect(await paged({ ...looking, within: territoryAt(place) })).toEqual([
        [boxes[0], boxes[1]],
        [boxes[3], boxes[4]],
      ]);
    });

    it('W4: finds what changed hands as it was only where it was then and is now', async () => {
      const [here, there] = [aPath(), aPath()];
      const box = aBox();
      const shows = async (asOf?: bigint) => {
        const looking = (place: TerritoryPath): Looking => ({
          ...as(['inspector'], place),
          ...(asOf !== undefined && { asOf: { position: asOf } }),
        });
        return { here: await listed(looking(here)), there: await listed(looking(there)) };
      };
      const at: bigint[] = [];
      for (const territoryPath of [here, there, here])
        at.push((await append(world.events, box, [packed({ territoryPath })])).position);
      const gone = await append(world.events, box, [boxFact('BoxBurnt')]);
      const back = await append(world.events, box, [packed({ territoryPath: there })]);
      await followed.caughtUp();

      const [isThere, isNowhere] = [
        { here: [], there: [box] },
        { here: [], there: [] },
      ];
      for (const [position, where] of [
        [at[0], isNowhere],
        [at[1], isThere],
        [at[2], isNowhere],
        [gone.position, isNowhere],
        [back.position, isThere],
        [undefined, isThere],
      ] as const)
        expect(await shows(position)).toEqual(where);
    });

    it('W4: shows what is gone as it was to those whose it was then, and whose it was in the end', async () => {
      const [here, there, before] = [aPath(), aPath(), aPath()];
      const box = aBox();
      const at: bigint[] = [];
      for (const territoryPath of [before, here, there, here])
        at.push((await append(world.events, box, [packed({ territoryPath, shelf: here })])).position);
      await append(world.events, box, [boxFact('BoxBurnt')]);
      await followed.caughtUp();

      const seen = async (place: TerritoryPath) =>
        Promise.all(
          at.map(async (position) => {
            const looking: Looking = { ...as(['inspector'], place), asOf: { position } };
            const found = (await views.get(card, box, looking)) !== undefined;
            expect([(await listed(looking)).length > 0, (await keysOf(looking, here)).length > 0]).toEqual([
              found,
              found,
            ]);
            return found;
          }),
        );
      expect(await seen(here)).toEqual([false, true, false, true]);
      expect(await seen(there)).toEqual([false, false, false, false]);
    });

    it('narrows by any of several values, by truth, and by absence', async () => {
      const [one, two] = [await aPacked({ shelf: 'w1' }), await aPacked({ shelf: 'w2' })];
      const ids = async (where: object) =>
        (await views.page(card, { first: 100, where }, everybody)).edges.map(({ node }) => node.id);

      expect(await ids({ shelf: ['w1', 'w2', 'w3'] })).toEqual([two, one]);
      expect(await ids({ shelf: ['w1', 'w2'], opened: true })).toEqual([]);
      expect(await ids({ shelf: 'w2', opened: false, note: null })).toEqual([two]);
      expect(await ids({ shelf: [] })).toEqual([]);
      expect(await ids({ shelf: 'w1', opened: undefined })).toEqual([one]);
      await expect(ids({ label: 'tins' })).rejects.toThrow('no index on label');
    });
  });

  describe('narrows a list, and counts it,', () => {
    const [shelf, org, other] = ['narrow', anOrg(), anOrg()];
    const march = (day: number) => `2022-03-${String(day).padStart(2, '0')}T00:00:00.000Z`;
    const boxes: Id<'box'>[] = [];
    beforeAll(async () => {
      const labels = ['Tea of Gate 2', 'tea 100% pure', '食鹽'];
      for (const [index, label] of labels.entries()) {
        const data = packed({ shelf, label, orgs: index === 1 ? [org, other] : [org].slice(index) });
        boxes.push(aBox());
        await append(world.events, boxes[index] ?? aBox(), [data], { occurredAt: march(index + 1) });
      }
      await followed.caughtUp();
    });

    it.each<[string, Narrowing<Box>, number[]]>([
      ['by any one of several values', { where: { orgs: org } }, [1, 0]],
      ['by one of several values and another field', { where: { orgs: [other, anOrg()], opened: false } }, [1]],
      ['by values that nothing has', { where: { orgs: anOrg() } }, []],
      ['by a period', { between: [{ field: 'packedAt', from: march(2), to: march(3) }] }, [1]],
      ['by the start of a period', { between: [{ field: 'packedAt', from: march(2) }] }, [2, 1]],
      ['by what lies outside of a period', { between: [{ field: 'packedAt', to: march(3), outside: true }] }, [2]],
      [
        'by two periods',
        {
          between: [
            { field: 'packedAt', to: march(3) },
            { field: 'packedAt', from: march(2) },
          ],
        },
        [1],
      ],
      ['by a text, in capitals or not', { containing: 'TEA' }, [1, 0]],
      ['by a text, in either script', { containing: '食盐' }, [2]],
      ['by a text that a pattern would read otherwise', { containing: '0%' }, [1]],
      ['by a text that nothing has', { containing: 'coffee' }, []],
      ['by any of several ways', { oneOf: [{ where: { orgs: other } }, { where: { opened: true } }] }, [1]],
      [
        'by a way, unless something else is so',
        { oneOf: [{ where: { orgs: org }, unless: [{ orgs: other }, { opened: true }] }] },
        [0],
      ],
      ['by a way that asks for nothing', { oneOf: [{ where: {} }] }, [2, 1, 0]],
      ['by no way', { oneOf: [] }, []],
    ])('%s', async (_, narrowing, expected) => {
      const where = { shelf, ...narrowing.where };
      const asked = { first: 100, ...narrowing, where };
      const at = { ...everybody, asOf: { position: await headOf(world) } };
      for (const looking of [everybody, at]) {
        const { edges } = await views.page(card, asked, looking);
        expect(edges.map(({ node }) => node.id)).toEqual(expected.map((index) => boxes[index]));
        expect(await views.count(card, { ...narrowing, where }, looking)).toBe(expected.length);
      }
    });

    it('within what may be seen only', async () => {
      expect(await views.count(card, { where: { shelf } }, as(['inspector'], aPath()))).toBe(0);
    });

    it('by nothing that the view does not declare', async () => {
      const asked = (narrowing: Narrowing<Box>) => views.count(card, narrowing, everybody);
      await expect(asked({ between: [{ field: 'territoryPath' }] })).rejects.toThrow('no column for territoryPath');
      await expect(views.count(board, { containing: 'x' }, everybody)).rejects.toThrow('no text to look in');
    });
  });

  it('counts rows by the values of a field, within a period', async () => {
    const pack = (shelf: string, occurredAt: string) =>
      append(world.events, aBox(), [packed({ shelf, label: 'tallied' })], { occurredAt });
    await pack('t1', '2022-03-01T00:00:00.000Z');
    await pack('t1', '2022-03-31T23:59:59.999Z');
    await pack('t2', '2022-03-15T00:00:00.000Z');
    await pack('t2', '2022-04-01T00:00:00.000Z');
    await followed.caughtUp();
    const march = { field: 'packedAt', from: '2022-03-01T00:00:00Z', to: '2022-04-01T00:00:00Z' } as const;
    const between = [march];
    const where = { shelf: ['t1', 't2'] };

    expect(await views.tally(card, { where, by: 'shelf', count: ['opened'], between }, everybody)).toEqual([
      { value: 't1', total: 2, counts: { opened: 0 } },
      { value: 't2', total: 1, counts: { opened: 0 } },
    ]);
    expect(await views.tally(card, { where, count: [], between: [{ field: 'packedAt' }] }, everybody)).toEqual([
      { value: null, total: 4, counts: {} },
    ]);
    const during = {
      inMarch: march,
      after: { field: 'packedAt', from: march.to },
      ever: { field: 'packedAt' },
    } as const;
    expect(await views.tally(card, { where, count: ['opened'], during }, everybody)).toEqual([
      { value: null, total: 4, counts: { opened: 0, inMarch: 3, after: 1, ever: 4 } },
    ]);
    expect(await views.tally(card, { where: { shelf: 'none' }, count: [] }, everybody)).toEqual([
      { value: null, total: 0, counts: {} },
    ]);
  });

  it('counts a row in each group that a field of several values names', async () => {
    const [one, both] = [anOrg(), anOrg()].sort();
    const shelf = 'each';
    for (const orgs of [[one, both], [both], []]) {
      await append(world.events, aBox(), [packed({ shelf, orgs: orgs.flatMap((org) => org ?? []) })]);
    }
    await followed.caughtUp();
    const asked = {
      where: { shelf },
      byEach: 'orgs',
      count: ['opened'],
      during: { ever: { field: 'packedAt' } },
    } as const;
    for (const looking of [everybody, { ...everybody, asOf: { position: await headOf(world) } }]) {
      expect(await views.tally(card, asked, looking)).toEqual([
        { value: one, total: 1, counts: { opened: 0, ever: 1 } },
        { value: both, total: 2, counts: { opened: 0, ever: 2 } },
      ]);
    }
    await expect(views.tally(card, { byEach: 'territoryPath', count: [] }, everybody)).rejects.toThrow('no column');
  });

  it('calls things by the view that stands for them, and knows no others', async () => {
    const box = await aPacked({ label: 'candles' });

    const labels = await views.labels([box, aBox(), 'crate-00000000-0000-4000-8000-000000000001'], everybody);

    expect([...labels]).toEqual([[box, { en: 'candles (box)', zh: 'candles' }]]);
  });

  it('calls each thing what it was called then', async () => {
    const [box, other] = [aBox(), aBox()];
    const first = await append(world.events, box, [packed({ label: 'tea' })]);
    const second = await append(world.events, box, [packed({ label: 'coffee' })]);
    const third = await append(world.events, other, [packed({ label: 'salt' })]);
    const asked = [
      { id: box, position: first.position },
      { id: other, position: third.position },
      { id: box, position: second.position },
      { id: box, position: third.position },
      { id: other, position: second.position },
      { id: 'crate-00000000-0000-4000-8000-000000000001', position: third.position },
    ] as const;

    const called = (await views.labelsThen(asked, everybody)).map((name) => name?.zh ?? null);
    expect(called).toEqual(['tea', 'salt', 'coffee', 'coffee', null, null]);
    expect(await views.labelsThen(asked.slice(0, 1), as(['inspector'], aPath()))).toEqual([null]);
  });

  it('opens sealed personal fields, which its tables keep sealed', async () => {
    const box = aBox();
    const occasion = { commandId: '3f333df6-90a4-4fda-8dd3-9485d27cee36', actorId: 'person-1' } as const;
    const { data } = packed({ packedBy: '甲某', shelf: 'sealed' });
    const fields = personalFields(boxEvents.facts.BoxPacked.schema);
    const sealed = await personal.seal({ stream: box, eventId: eventId(occasion, 0) }, fields, data);
    await append(world.events, box, [packed(sealed)], occasion);
    await followed.caughtUp();

    expect(await views.get(card, box, everybody)).toMatchObject({ packedBy: '甲某' });
    expect((await views.page(card, { first: 1, where: { shelf: 'sealed' } }, everybody)).edges[0]?.node.packedBy).toBe(
      '甲某',
    );
    expect(JSON.stringify(await world.rows('box_card_v1'))).not.toContain('甲某');
  });

  it('does not take a view that is not registered', async () => {
    await expect(views.get(boxCard(7), 'x', everybody)).rejects.toThrow('not registered');
  });
});
