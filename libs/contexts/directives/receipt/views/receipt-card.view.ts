import { named, ref, viewOf } from '#kernel';
import { acknowledgeBy, missedAfter } from '../acknowledgement-limits.js';
import { receiptEvents } from '../receipt.events.js';
import type { ReceiptCard } from './receipt.row.js';

/** A receipt belongs to its recipient and to the issuer of the directive. */
export const receiptCard = viewOf<ReceiptCard, typeof receiptEvents>({
  name: 'receipt_card',
  version: 8,
  of: receiptEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  subject: { label: ({ title }) => named(title) },
  indexes: ['directiveId', 'recipientId', 'issuerId', 'status', 'missed', 'acknowledgeBy', 'deliveredAt'],
  searched: ['title'],
  on: {
    DirectiveDelivered: (
      card,
      { channel, deliveredAt, urgency, directiveId, title, textVersion, issuer, orgId, territoryPath, territoryLevel },
      { stream },
    ) => {
      const delivery = { channel, at: deliveredAt };
      if (card) return { ...card, deliveries: [...card.deliveries, delivery] };
      return {
        id: stream,
        directive: ref(directiveId),
        recipient: ref(orgId),
        inDevelopmentZone: territoryLevel === 'developmentZone',
        status: 'delivered',
        textVersion,
        deliveries: [delivery],
        deliveredAt,
        formerVersions: [],
        acknowledgeBy: acknowledgeBy({ deliveredAt, urgency }),
        urgency,
        missed: false,
        title,
        directiveId,
        recipientId: orgId,
        issuerId: issuer.orgId,
        territoryPath,
        orgs: [orgId, issuer.orgId],
      };
    },
    DirectiveAcknowledged: (card, { textVersion: acknowledgedVersion }, { occurredAt, recordedAt, actorId }) =>
      card && {
        ...answered(card, recordedAt),
        status: card.child ? 'relayed' : 'acknowledged',
        acknowledgedAt: occurredAt,
        acknowledgedVersion,
        acknowledgedBy: ref(actorId),
      },
    AcknowledgementMissed: (card, { dueAt }) => card && { ...card, acknowledgementMissedAt: dueAt, missed: true },
    DirectiveReturned: (card, { reason }, { recordedAt }) =>
      card && { ...answered(card, recordedAt), status: 'returned', returnReason: reason },
    ReturnRuledOn: (card, { ruling: returnRuling, reason: returnRulingReason }, { occurredAt }) => {
      if (!card) return undefined;
      const ruled = { ...card, returnRuling, returnRulingReason };
      if (returnRuling === 'amend') return ruled;
      return returnRuling === 'stands'
        ? askedAnew(ruled, occurredAt)
        : { ...ruled, status: 'closed', closedBecause: 'withdrawn' };
    },
    AmendmentDelivered: (card, { textVersion, deliveredAt }) => {
      if (!card) return undefined;
      const amended = { ...card, textVersion };
      const waits = card.status === 'returned' && card.returnRuling !== 'amend';
      return waits ? amended : askedAnew(withFormer(amended, card), deliveredAt);
    },
    ReceiptClosed: (card, { because: closedBecause }) => card && { ...card, status: 'closed', closedBecause },
    DirectiveRelayed: (card, { childId }, { occurredAt, recordedAt }) =>
      card && { ...answered(card, recordedAt), status: 'relayed', relayedAt: occurredAt, child: ref(childId) },
  },
});

/** An amended text is signed for anew; what became of the former one stays. */
const withFormer = (card: ReceiptCard, before: ReceiptCard): ReceiptCard => {
  const { acknowledgedAt, acknowledgedBy, ...rest } = card;
  const { acknowledgementMissedAt, textVersion } = before;
  const former = {
    textVersion,
    ...(acknowledgedAt && { acknowledgedAt }),
    ...(acknowledgedBy && { acknowledgedBy }),
    ...(acknowledgementMissedAt && { acknowledgementMissedAt }),
  };
  return { ...rest, formerVersions: [...card.formerVersions, former] };
};

/** The order stands: it waits to be signed for, and the time for that runs anew. */
const askedAnew = (card: ReceiptCard, deliveredAt: string): ReceiptCard => ({
  ...card,
  status: 'delivered',
  acknowledgeBy: acknowledgeBy({ deliveredAt, urgency: card.urgency }),
  acknowledgementMissedAt: undefined,
  missed: false,
});

/** A card after an answer: one that was given in time lifts the mark. */
const answered = (card: ReceiptCard, answeredAt: string): ReceiptCard => {
  const acknowledgementMissedAt = missedAfter(card.acknowledgementMissedAt, answeredAt);
  return { ...card, acknowledgementMissedAt, missed: acknowledgementMissedAt !== undefined };
};
