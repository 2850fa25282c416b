import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import {
  aClerk,
  aContent,
  aDelivery,
  aDirective,
  aMeeting,
  anAcknowledgement,
  anImport,
  anIssue,
  aRequest,
  CITY_Y,
  HQ_J,
  HQ_Y,
  the,
  ZONE,
} from '../directives.examples.js';
import type { ReceiptEvent } from '../receipt.events.js';
import { cascadeLink } from './cascade-link.view.js';
import { directiveCard } from './directive-card.view.js';
import { meetingCard } from './meeting-card.view.js';
import { receiptCard } from './receipt-card.view.js';

const ownerOf = <Row extends object>(view: { owner: 'directory' | ((row: Row) => object) }, row: Row | undefined) =>
  row && typeof view.owner === 'function' ? view.owner(row) : undefined;

describe('a directive’s card', () => {
  const id = the('directive');
  const parent = the('directive', 7);

  it('goes from draft to issued, and then belongs to those it went to as well', () => {
    const bases = [{ directiveId: parent }, { citation: '中央会议', unverified: true as const }];
    const drafted = rowsAfter(directiveCard, id, aDirective({ bases, meetingId: the('meeting') })).get(id);
    expect(drafted).toMatchObject({
      status: 'draft',
      bases: [
        { directive: { id: parent }, unverified: false },
        { citation: '中央会议', unverified: true },
      ],
      meeting: { id: the('meeting') },
      recipients: [],
    });
    expect(ownerOf(directiveCard, drafted)).toEqual({ territory: HQ_J.territoryPath, orgs: [HQ_J.orgId] });

    const issued = rowsAfter(directiveCard, id, aDirective(), aRequest(), anIssue(CITY_Y, ZONE)).get(id);
    expect(issued).toMatchObject({
      status: 'issued',
      issuedAt: aClerk.occurredAt,
      recipients: [{ id: CITY_Y.orgId }, { id: ZONE.orgId }],
    });
    expect(ownerOf(directiveCard, issued)).toEqual({
      territory: HQ_J.territoryPath,
      orgs: [HQ_J.orgId, CITY_Y.orgId, ZONE.orgId],
    });
  });

  it('D9: warns until the number of clauses is resolved by an edit', () => {
    const declared = [{ count: 3 }];
    const edited = { type: 'DraftEdited', data: aContent({ declared: [{ count: 2 }] }) } as const;
    const before = rowsAfter(directiveCard, id, aDirective({ declared, meetingId: the('meeting') }));
    const after = rowsAfter(directiveCard, id, aDirective({ declared, meetingId: the('meeting') }), edited);
    expect(before.get(id)?.warnings).toEqual([{ declared: 3, captured: 2 }]);
    expect(after.get(id)).toMatchObject({ warnings: [], textVersion: 2, status: 'draft' });
    expect(after.get(id)).not.toHaveProperty('meeting');
  });

  it('shows where an imported text came from, and stays registered when it is edited', () => {
    const { issuedBy, dated, original, damage, complete } = anImport();
    const data = {
      ...aContent(),
      issuer: HQ_J,
      issuedBy,
      original,
      damage: [...damage],
      complete,
      ...(dated && { dated }),
    };
    const imported = { type: 'DirectiveImported', data } as const;
    const card = rowsAfter(directiveCard, id, imported, { type: 'DraftEdited', data: aContent() }).get(id);
    expect(card).toMatchObject({
      status: 'registered',
      provenance: { dated: { year: null, month: 3, day: 31 }, original, damage, complete: true },
    });
  });

  it('has a link below each of its bases once it is issued', () => {
    const link = { type: 'BasisImplemented', data: { directiveId: parent, issuer: HQ_J } } as const;
    const other = { type: 'BasisImplemented', data: { directiveId: the('directive', 8), issuer: HQ_J } } as const;
    const rows = [...rowsAfter(cascadeLink, id, aDirective(), aRequest(), anIssue(CITY_Y), link, other).values()];
    expect(rows.map(({ parentId, childId }) => [parentId, childId])).toEqual([
      [parent, id],
      [the('directive', 8), id],
    ]);
  });
});

describe('a receipt’s card', () => {
  const id = CITY_Y.receiptId;

  it('keeps each way of delivery, and belongs to its recipient and the issuer', () => {
    const attended = aDelivery({ channel: 'attendance', deliveredAt: '2022-03-17T11:00:00.000Z' });
    const card = rowsAfter(receiptCard, id, aDelivery(), attended).get(id);
    expect(card).toMatchObject({
      status: 'delivered',
      inDevelopmentZone: false,
      deliveries: [
        { channel: 'system', at: aClerk.occurredAt },
        { channel: 'attendance', at: '2022-03-17T11:00:00.000Z' },
      ],
    });
    expect(card).not.toHaveProperty('acknowledgedAt');
    expect(ownerOf(receiptCard, card)).toEqual({ territory: HQ_Y.territoryPath, orgs: [HQ_Y.orgId, HQ_J.orgId] });
  });

  it('names who signed for it, and the child that a relay made', () => {
    const relayed = {
      type: 'DirectiveRelayed',
      data: { childId: the('directive', 8), issuer: HQ_Y, recipients: [ZONE] },
    } satisfies ReceiptEvent;
    const card = rowsAfter(
      receiptCard,
      id,
      aDelivery(),
      { ...anAcknowledgement(), at: { actorId: the('person', 5) } },
      relayed,
    );
    expect(card.get(id)).toMatchObject({
      status: 'relayed',
      acknowledgedBy: { id: the('person', 5) },
      child: { id: the('directive', 8) },
    });
  });

  it('says why it was sent back, and that a zone is a recipient', () => {
    const { receiptId, ...zone } = ZONE;
    const returned = { type: 'DirectiveReturned', data: { reason: '不属于本单位职责' } } as const;
    const card = rowsAfter(receiptCard, receiptId, aDelivery(zone), returned).get(receiptId);
    expect(card).toMatchObject({ status: 'returned', returnReason: '不属于本单位职责', inDevelopmentZone: true });
  });
});

describe('a meeting’s card', () => {
  it('names parts by post, a year that is not stated as null, and belongs to whoever sat in it', () => {
    const id = the('meeting');
    const venues = [{ kind: 'branch', name: '市分会场', orgId: HQ_Y.orgId }] as const;
    const held = { type: 'MeetingHeld', data: { ...aMeeting({ venues: [...venues] }), registeredBy: HQ_J } } as const;
    const card = rowsAfter(meetingCard, id, held).get(id);
    expect(card).toMatchObject({
      heldOn: { year: null, month: 3, day: 12 },
      venues: [{ kind: 'branch', name: '市分会场', organisation: { id: HQ_Y.orgId } }],
      roles: [
        { role: 'chair', post: '省长' },
        { role: 'speaks', post: '省委书记' },
      ],
      undisclosedItems: true,
    });
    expect(ownerOf(meetingCard, card)).toEqual({ territory: HQ_J.territoryPath, orgs: [HQ_J.orgId, HQ_Y.orgId] });
  });
});
