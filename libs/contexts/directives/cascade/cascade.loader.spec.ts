import { foldedRows, type DataOf, type Id } from '#kernel';
import { aHappening } from '#kernel/testing';
import type { Views } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import type { Recipient } from '../content/recipients.js';
import { aClerk, CITY_Y, COUNTY_K1, COUNTY_K3, HQ_J, HQ_Y, the, ZONE } from '../directives.examples.js';
import { aDelivery, anAcknowledgement } from '../receipt/receipt.examples.js';
import { aDirective, anIssue } from '../directive/directive.examples.js';
import type { DirectiveEvent } from '../directive/directive.events.js';
import { pageOfCascade } from './cascade.loader.js';
import { cascadeView } from './views/cascade.view.js';
import { type CascadeRow } from './views/cascade.row.js';

type Told = Parameters<typeof foldedRows<CascadeRow>>[1];

const [top, below] = [the('directive', 1), the('directive', 2)];
const implemented: Told = { type: 'BasisImplemented', data: { directiveId: top, issuer: HQ_Y } };
const issued = (...to: readonly Recipient[]): DataOf<DirectiveEvent, 'DirectiveIssued'> => anIssue(...to).data;
const delivered = ({ receiptId: _, ...to }: Recipient, directiveId: Id<'directive'>) =>
  aDelivery({ ...to, directiveId, issuer: directiveId === top ? HQ_J : HQ_Y });

/** J's directive went to the city, whose own one on it went to two counties and a zone; the zone's is still on its way. */
const HISTORY: readonly (readonly [Id, Told])[] = [
  [top, aDirective()],
  [top, { type: 'DirectiveIssued', data: issued(CITY_Y) }],
  [CITY_Y.receiptId, delivered(CITY_Y, top)],
  [CITY_Y.receiptId, anAcknowledgement()],
  [below, aDirective({ issuer: HQ_Y })],
  [below, { type: 'DirectiveIssued', data: issued(COUNTY_K1, COUNTY_K3, ZONE) }],
  [below, implemented],
  [COUNTY_K1.receiptId, delivered(COUNTY_K1, below)],
  [COUNTY_K3.receiptId, delivered(COUNTY_K3, below)],
];

const rows = new Map<string, CascadeRow>();
for (const [index, [stream, event]] of HISTORY.entries()) {
  const at = { ...aHappening(stream, index), occurredAt: aClerk.occurredAt };
  for (const { key, row } of foldedRows(cascadeView, event, at, (one) => rows.get(one))) if (row) rows.set(key, row);
}

/** Rows by key, of which the reader may not see some; it tells what was asked for. */
const reading = (...hidden: readonly string[]) => {
  const asked: (readonly string[])[] = [];
  const views: Pick<Views, 'many'> = {
    many: <Row extends object>(_: object, keys: readonly string[]) => {
      asked.push(keys);
      const found = [...rows].filter(([key]) => keys.includes(key) && !hidden.includes(key));
      return Promise.resolve(new Map(found) as unknown as Map<string, Row>);
    },
  };
  const actor = { actorId: aClerk.actorId, orgId: HQ_J.orgId, grants: [] };
  const page = async (paging: { readonly first: number; readonly after?: string }, root = top) => {
    const { edges, hasNextPage } = await pageOfCascade(views, root, paging, { actor });
    return {
      recipients: edges.map(({ node }) => node.recipientId),
      cursors: edges.map(({ cursor }) => cursor),
      hasNextPage,
    };
  };
  return { asked, page };
};
const ALL = [CITY_Y, COUNTY_K1, COUNTY_K3, ZONE].map(({ orgId }) => orgId);

describe('a page of the cascade', () => {
  it('goes down from the root, depth first, and shows who has not been delivered to', async () => {
    expect(await reading().page({ first: 20 })).toMatchObject({ recipients: ALL, hasNextPage: false });
  });

  it('is followed by the next one, after any hop', async () => {
    const { page } = reading();
    const { cursors } = await page({ first: 2 });
    expect(await page({ first: 2, after: cursors[1] ?? '' })).toMatchObject({
      recipients: ALL.slice(2),
      hasNextPage: false,
    });
    expect(await page({ first: 1, after: cursors[0] ?? '' })).toMatchObject({
      recipients: [ALL[1]],
      hasNextPage: true,
    });
    await expect(page({ first: 2, after: 'elsewhere' })).rejects.toThrow();
  });

  it('reads by key alone: the directives level by level, and the receipts of the page', async () => {
    const { asked, page } = reading();
    await page({ first: 1 });
    expect(asked.slice(0, 2)).toEqual([[top], [below]]);
    expect(asked.slice(2).flat()).not.toContain(ZONE.receiptId);
  });

  it('is filled with what the reader may see', async () => {
    const { page } = reading(CITY_Y.receiptId, COUNTY_K1.receiptId);
    // A directive none of whose receipts is seen stands for itself.
    expect(await page({ first: 2 })).toMatchObject({ recipients: [undefined, COUNTY_K3.orgId], hasNextPage: true });
  });

  it('ends where a directive may not be seen', async () => {
    expect(await reading(below).page({ first: 20 })).toMatchObject({ recipients: [CITY_Y.orgId] });
    expect(await reading(top).page({ first: 20 })).toMatchObject({ recipients: [], hasNextPage: false });
  });
});

describe('the cascade’s rows', () => {
  const ownerOf = (key: string) => {
    const row = rows.get(key);
    return row && typeof cascadeView.owner === 'function' ? cascadeView.owner(row).orgs : undefined;
  };

  it('belong each to those whose they are: a receipt to the issuer too once it is delivered', () => {
    expect(ownerOf(top)).toEqual([HQ_J.orgId, CITY_Y.orgId]);
    expect(ownerOf(COUNTY_K1.receiptId)).toEqual([COUNTY_K1.orgId, HQ_Y.orgId]);
    expect(ownerOf(ZONE.receiptId)).toEqual([ZONE.orgId]);
  });

  it('name the directives that implement one, and each way of delivery', () => {
    expect(rows.get(top)).toMatchObject({ issuedAt: aClerk.occurredAt, children: [below] });
    const again = { ...aHappening(COUNTY_K1.receiptId), occurredAt: aClerk.occurredAt };
    const attended = { ...aDelivery({ channel: 'attendance' }) };
    const [changed] = foldedRows(cascadeView, attended, again, () => rows.get(CITY_Y.receiptId));
    expect(changed?.row).toMatchObject({
      status: 'acknowledged',
      deliveries: [{ channel: 'system' }, { channel: 'attendance' }],
    });
    expect(rows.get(ZONE.receiptId)).toMatchObject({ status: 'issued', deliveries: [], inDevelopmentZone: true });
  });

  it('keep when a receipt was answered, and how', () => {
    const at = aHappening(COUNTY_K1.receiptId);
    const after = (event: Told) => foldedRows(cascadeView, event, at, () => rows.get(COUNTY_K1.receiptId))[0]?.row;
    expect(after({ type: 'DirectiveReturned', data: { reason: '不属于' } })).toMatchObject({ status: 'returned' });
    const relay = { childId: the('directive', 8), issuer: HQ_Y, recipients: [ZONE] };
    expect(after({ type: 'DirectiveRelayed', data: relay })).toMatchObject({
      status: 'relayed',
      relayedAt: at.occurredAt,
    });
    expect(after(anAcknowledgement())).toMatchObject({ acknowledgedAt: at.occurredAt });
  });
});
