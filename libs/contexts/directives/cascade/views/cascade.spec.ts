import type { Id } from '#kernel';
import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { the } from '../../directives.examples.js';
import { hopsAt, type HopReceipt } from './cascade.js';
import { placesOf, type Directive } from './cascade-places.js';
import { cascadeView } from './cascade.view.js';

type Receipt = HopReceipt & { readonly directiveId: Id<'directive'>; readonly recipientId: Id<'organisation'> };

interface CascadeRows {
  readonly directives: ReadonlyMap<string, Pick<Directive, 'id' | 'issuerId' | 'issuedAt' | 'statedOn'>>;
  readonly links: readonly { readonly parentId: Id<'directive'>; readonly childId: Id<'directive'> }[];
  readonly receipts: readonly Receipt[];
}

/** The receipt that a directive and an organisation have between them. */
const receiptId = (receipt: Pick<Receipt, 'directiveId' | 'recipientId'>): Id<'receipt'> =>
  the('receipt', Number(receipt.directiveId.slice(-2)) * 100 + Number(receipt.recipientId.slice(-2)));

/** The hops below a directive, where each went to those whose receipts are there, and to these others. */
const cascade = (
  root: Id<'directive'>,
  { directives, links, receipts }: CascadeRows,
  hidden: readonly Receipt[] = [],
) => {
  const rows = [...directives.values()].map((card): [string, Directive] => {
    const sent = [...hidden, ...receipts].filter(({ directiveId }) => directiveId === card.id);
    const recipients = sent.map((one) => ({ orgId: one.recipientId, receiptId: receiptId(one) }));
    const children = links.filter(({ parentId }) => parentId === card.id).map(({ childId }) => childId);
    return [card.id, { ...card, recipients, children }];
  });
  return hopsAt(placesOf(root, new Map(rows)), new Map(receipts.map((one) => [receiptId(one), one])));
};

const [centre, ofJ, ofY] = [the('directive', 1), the('directive', 2), the('directive', 3)];
const [hqJ, hqY, k1, k3] = [
  the('organisation', 1),
  the('organisation', 2),
  the('organisation', 3),
  the('organisation', 4),
];
const [zoneA, zoneB] = [the('organisation', 5), the('organisation', 6)];
/** A clock time of 17 March (China), or of the day after. */
const at = (time: string, day = 17) => new Date(`2022-03-${String(day)}T${time}:00+08:00`).toISOString();

const receipt = (
  directiveId: Id<'directive'>,
  recipientId: Id<'organisation'>,
  more: Partial<Receipt> = {},
): Receipt => ({
  directiveId,
  recipientId,
  inDevelopmentZone: false,
  status: 'delivered',
  deliveries: [{ channel: 'system', at: at('21:30') }],
  ...more,
});

const attended = { channel: 'attendance', at: at('21:10') } as const;
const signed = (directiveId: Id<'directive'>, recipientId: Id<'organisation'>, time: string, day = 17): Receipt =>
  receipt(directiveId, recipientId, {
    status: 'acknowledged',
    acknowledgedAt: at(time, day),
    deliveries: [{ channel: 'system', at: at('21:30') }, attended],
  });

/** E2E-1: the centre's meeting is registered, J issues at 19:30, Y right after 21:00, the counties sign until 23:50, K3 next day. */
const rows: CascadeRows = {
  directives: new Map(
    [
      { id: centre, issuerId: hqJ },
      { id: ofJ, issuerId: hqJ, issuedAt: at('19:30') },
      { id: ofY, issuerId: hqY, issuedAt: at('21:30') },
    ].map((card) => [card.id, card]),
  ),
  links: [
    { parentId: ofJ, childId: ofY },
    { parentId: centre, childId: ofJ },
  ],
  receipts: [
    receipt(ofJ, hqY, {
      status: 'acknowledged',
      deliveries: [{ channel: 'system', at: at('19:30') }],
      acknowledgedAt: at('20:10'),
    }),
    signed(ofY, k1, '21:40'),
    signed(ofY, k3, '08:10', 18),
    { ...signed(ofY, zoneA, '23:50'), inDevelopmentZone: true },
    { ...signed(ofY, zoneB, '22:15'), inDevelopmentZone: true },
  ],
};
const hops = cascade(centre, rows);
const hopTo = (org: Id) => hops.find(({ recipientId }) => recipientId === org);

describe('E2E-1: the same-day cascade', () => {
  it('shows three levels, each hop followed by what its recipient made of it', () => {
    expect(
      hops.map(({ depth, directiveId, parentId, recipientId }) => [depth, directiveId, parentId, recipientId]),
    ).toEqual([
      [0, centre, undefined, undefined],
      [1, ofJ, centre, hqY],
      [2, ofY, ofJ, k1],
      [2, ofY, ofJ, k3],
      [2, ofY, ofJ, zoneA],
      [2, ofY, ofJ, zoneB],
    ]);
  });

  it('D1: names what carries each on: the child of the recipient, or of a directive that went to nobody here', () => {
    expect(hops.map(({ passedOnAs }) => passedOnAs)).toEqual([ofJ, ofY, ...[1, 2, 3, 4].map(() => undefined)]);
  });

  it('D5: tells the minutes from issued to delivered, acknowledged and passed on', () => {
    expect(hopTo(hqY)).toMatchObject({
      issuedAt: at('19:30'),
      relayedAt: at('21:30'),
      minutesToDeliver: 0,
      minutesToAcknowledge: 40,
      minutesToRelay: 80,
    });
  });

  it('counts attendance as delivery, from when people sat there, and as no delay', () => {
    expect(hopTo(k1)).toMatchObject({
      deliveredAt: at('21:10'),
      channel: 'attendance',
      minutesToDeliver: 0,
      minutesToAcknowledge: 30,
    });
  });

  it('marks K3: delivered by attendance, acknowledged next day', () => {
    expect(hopTo(k3)).toMatchObject({
      sameDay: false,
      note: { en: 'delivered by attendance, acknowledged next day', zh: '参会送达，次日签收' },
    });
  });

  it('is same-day for all but K3', () => {
    const others = hops.filter(({ recipientId }) => recipientId !== undefined && recipientId !== k3);
    expect(others.map(({ sameDay }) => sameDay)).toEqual([true, true, true, true]);
  });

  it('counts the two zones as recipients, though they are no administrative divisions', () => {
    expect(hops.filter(({ inDevelopmentZone }) => inDevelopmentZone).map(({ recipientId }) => recipientId)).toEqual([
      zoneA,
      zoneB,
    ]);
  });
});

describe('a cascade', () => {
  it('does not call anything same-day that nobody signed for', () => {
    const [hop] = cascade(ofJ, { ...rows, links: [], receipts: [receipt(ofJ, hqY)] });
    expect(hop?.sameDay).toBeUndefined();
    expect(hop?.note?.en).toBe('delivered through the system, not acknowledged yet');
  });

  it('measures every hop against the day of its root', () => {
    const late = new Map([...rows.directives, [ofY, { id: ofY, issuerId: hqY, issuedAt: at('08:00', 18) }]]);
    const [, below] = cascade(ofJ, {
      directives: late,
      links: rows.links,
      receipts: [receipt(ofJ, hqY), signed(ofY, k1, '09:00', 18)],
    });
    expect(below).toMatchObject({ recipientId: k1, sameDay: false });
  });

  it('tells of people in a room rather than of an inbox, unless they had signed by then', () => {
    const [inbox, room] = [
      { channel: 'system', at: at('20:45') },
      { channel: 'attendance', at: at('21:00') },
    ] as const;
    const hopWith = (acknowledgedAt: string) =>
      cascade(ofJ, {
        ...rows,
        links: [],
        receipts: [receipt(ofJ, hqY, { status: 'acknowledged', deliveries: [inbox, room], acknowledgedAt })],
      })[0];
    expect(hopWith(at('21:40'))).toMatchObject({ channel: 'attendance', deliveredAt: at('21:00') });
    expect(hopWith(at('20:50'))).toMatchObject({
      channel: 'system',
      deliveredAt: at('20:45'),
      minutesToAcknowledge: 5,
    });
  });

  it('says that a recipient sent it back', () => {
    const [hop] = cascade(ofJ, { ...rows, links: [], receipts: [receipt(ofJ, hqY, { status: 'returned' })] });
    expect(hop?.note?.zh).toBe('系统送达，已退回');
  });

  it.each([
    [{}, 'not acknowledged within the limit', '逾期未签收'],
    [
      { status: 'acknowledged', acknowledgedAt: at('23:40') },
      'acknowledged the same day, after the limit',
      '当日签收，已逾期',
    ],
    [{ status: 'returned' }, 'returned, after the limit', '已退回，已逾期'],
  ] as const)('D4: says that the limit passed: %j', (more, en, zh) => {
    const [hop] = cascade(ofJ, { ...rows, links: [], receipts: [receipt(ofJ, hqY, { ...more, missed: at('23:30') })] });
    expect(hop?.note).toEqual({ en: `delivered through the system, ${en}`, zh: `系统送达，${zh}` });
  });

  it('shows a directive with several bases once, below the nearest', () => {
    const links = [...rows.links, { parentId: centre, childId: ofY }];
    const shown = cascade(centre, { ...rows, links, receipts: [] });
    expect(shown.map(({ directiveId, depth }) => [directiveId, depth])).toEqual([
      [centre, 0],
      [ofJ, 1],
      [ofY, 2],
    ]);
  });

  it('ends where directives run in a circle', () => {
    const links = [...rows.links, { parentId: ofY, childId: centre }];
    expect(cascade(centre, { ...rows, links, receipts: [] })).toHaveLength(3);
  });

  it('shows a recipient to whom it is not delivered yet, without a delivery', () => {
    const onItsWay = receipt(ofJ, hqY, { status: 'issued', deliveries: [] });
    const [hop, ...others] = cascade(ofJ, { ...rows, links: [], receipts: [onItsWay] });
    expect(others).toEqual([]);
    expect(hop).toMatchObject({
      recipientId: hqY,
      issuedAt: at('19:30'),
      note: { en: 'not delivered yet', zh: '尚未送达' },
    });
    expect([hop?.deliveredAt, hop?.channel, hop?.minutesToDeliver]).toEqual([undefined, undefined, undefined]);
  });

  it('leaves out recipients that the reader may not see, and shows the directive itself when there is no other', () => {
    const [one, other] = [receipt(ofJ, k1), receipt(ofJ, hqY)];
    const seen = cascade(ofJ, { ...rows, links: [], receipts: [other] }, [one]);
    expect(seen.map(({ recipientId }) => recipientId)).toEqual([hqY]);
    const unseen = cascade(ofJ, { ...rows, links: [], receipts: [] }, [one, other]);
    expect(unseen).toMatchObject([{ directiveId: ofJ, depth: 0, issuedAt: at('19:30') }]);
    expect(unseen[0]?.recipientId).toBeUndefined();
  });

  it('is empty for a directive that is not there', () => {
    expect(cascade(the('directive', 99), rows)).toEqual([]);
  });
});

describe('D5: below an imported root', () => {
  const imported = the('directive', 41);
  const below = the('directive', 42);
  const hops = (root: Partial<Pick<Directive, 'statedOn' | 'issuedAt'>>, issuedAt = at('09:00', 20)) =>
    cascade(imported, {
      directives: new Map([
        [imported, { id: imported, issuerId: hqJ, ...root }],
        [below, { id: below, issuerId: hqY, issuedAt }],
      ]),
      links: [{ parentId: imported, childId: below }],
      receipts: [signed(below, k1, '10:00', 20)],
    }).filter(({ recipientId }) => recipientId === k1);

  it('the same day is the day that its text gives, not the day of each level', () => {
    expect(hops({ statedOn: at('12:00') })).toMatchObject([{ sameDay: false }]);
    expect(hops({ statedOn: at('12:00', 20) })).toMatchObject([{ sameDay: true }]);
  });

  it('the first issue below tells for all levels, where nobody knows that day', () => {
    const last = the('directive', 43);
    const [first, later] = [at('09:00', 18), at('09:00', 20)];
    const told = cascade(imported, {
      directives: new Map([
        [imported, { id: imported, issuerId: hqJ }],
        [below, { id: below, issuerId: hqY, issuedAt: first }],
        [last, { id: last, issuerId: k1, issuedAt: later }],
      ]),
      links: [
        { parentId: imported, childId: below },
        { parentId: below, childId: last },
      ],
      receipts: [signed(below, k1, '10:00', 18), signed(last, k3, '10:00', 20)],
    });
    expect(told.map(({ recipientId, sameDay }) => [recipientId, sameDay])).toEqual([
      [undefined, undefined],
      [k1, true],
      [k3, false],
    ]);
  });

  it('the day of its text goes before the day on which it was entered and issued here', () => {
    expect(hops({ statedOn: at('12:00'), issuedAt: at('08:00', 20) })).toMatchObject([{ sameDay: false }]);
  });
});

describe('the row of an imported directive', () => {
  const row = (dated: object | undefined) => {
    const event = anImport(dated);
    return rowsAfter(cascadeView, the('directive', 41), event as never).get(the('directive', 41));
  };
  const anImport = (dated: object | undefined) => ({
    type: 'DirectiveImported',
    data: { issuer: { orgId: hqJ, territoryPath: 'p/' }, ...(dated && { dated }) },
  });

  it.each([
    ['a whole day', { year: 2022, month: 3, day: 17 }, '2022-03-17T04:00:00.000Z'],
    ['no year', { year: null, month: 3, day: 17 }, undefined],
    ['no day at all', undefined, undefined],
  ])('knows its day where the text gives %s', (_, dated, statedOn) => {
    expect((row(dated) as { statedOn?: string }).statedOn).toBe(statedOn);
  });
});
