import type { DataOf, Id, View } from '#kernel';
import { isOnCalendar, noonOf } from '#time';
import { directiveEvents, type DirectiveEvent } from '../../directive/directive.events.js';
import { missedAfter } from '../../receipt/acknowledgement-limits.js';
import { receiptEvents, type Delivery } from '../../receipt/receipt.events.js';
import type { CascadeRow, CascadeDirective, CascadeReceipt } from './cascade.row.js';

type Issued = DataOf<DirectiveEvent, 'DirectiveIssued'>;
type Begun = Pick<DataOf<DirectiveEvent, 'DirectiveDrafted'>, 'issuer'>;

/**
 * The way of each directive down the levels: a row for the directive, and one for each recipient. A directive belongs to its issuer
 * and to everybody it went to; a receipt to its recipient, and from its delivery on to the issuer as well.
 */
export const cascadeView: View<CascadeRow, readonly [typeof directiveEvents, typeof receiptEvents]> = {
  name: 'cascade',
  version: 5,
  of: [directiveEvents, receiptEvents],
  key: {
    directive: (event, { stream }) => {
      if (event.type === 'BasisImplemented') return event.data.directiveId;
      const to = event.type === 'DirectiveIssued' ? event.data.recipients : [];
      return [stream, ...to.map(({ receiptId }) => receiptId)];
    },
    receipt: (_, { stream }) => stream,
  },
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  on: {
    directive: {
      DirectiveDrafted: (_, data, { stream }) => begun(stream, data),
      DirectiveImported: (_, data, { stream }) => ({ ...begun(stream, data), ...statedOn(data.dated) }),
      DraftEdited: 'ignore',
      SignOffRequested: 'ignore',
      DirectiveAmended: 'ignore',
      ChildRecorded: 'ignore',
      DutyRecorded: 'ignore',
      BasisAmended: 'ignore',
      RequestMade: 'ignore',
      RequestDropped: 'ignore',
      ClauseExempted: 'ignore',
      ExemptionRefused: 'ignore',
      LaterDueGranted: 'ignore',
      LaterDueRefused: 'ignore',
      DirectiveCompleted: 'ignore',
      DirectiveWithdrawn: 'ignore',
      DirectiveRevoked: 'ignore',
      DirectiveSuperseded: 'ignore',
      DirectiveIssued: (row, data, { stream }, key) => (key === stream ? issued(row, data) : onItsWay(data, key)),
      BasisImplemented: (row, _, { stream }) =>
        row?.of === 'directive' ? { ...row, children: [...row.children, stream] } : row,
    },
    receipt: {
      DirectiveDelivered: (row, data) => delivered(row?.of === 'receipt' ? row : undefined, data),
      DirectiveAcknowledged: (row, _, { occurredAt, recordedAt }) =>
        answered(row, recordedAt, { status: 'acknowledged', acknowledgedAt: occurredAt }),
      AcknowledgementMissed: (row, { dueAt }) => (row?.of === 'receipt' ? { ...row, missed: dueAt } : row),
      DirectiveReturned: (row, _, { recordedAt }) => answered(row, recordedAt, { status: 'returned' }),
      ReturnRuledOn: (row, { ruling }) => (row?.of === 'receipt' ? { ...row, ...RULED[ruling] } : row),
      // How fast a text went down is told of its first version; whether the present one is signed for, by the receipts.
      AmendmentDelivered: 'ignore',
      ReceiptClosed: (row) => (row?.of === 'receipt' ? { ...row, status: 'closed' } : row),
      DirectiveRelayed: (row, _, { occurredAt, recordedAt }) =>
        answered(row, recordedAt, { status: 'relayed', relayedAt: occurredAt }),
    },
  },
};

const RULED = {
  stands: { status: 'delivered', missed: undefined },
  amend: {},
  withdrawn: { status: 'closed', missed: undefined },
} as const;

const begun = (id: Id<'directive'>, { issuer: { orgId, territoryPath } }: Begun): CascadeDirective => ({
  ...{ of: 'directive', id, issuerId: orgId, recipients: [], children: [] },
  territoryPath,
  orgs: [orgId],
});

/** A year that the text does not state is not assumed: then nobody knows the day. */
const statedOn = (dated: DataOf<DirectiveEvent, 'DirectiveImported'>['dated']) => {
  if (dated?.year === undefined || dated.year === null || !isOnCalendar(dated)) return {};
  return { statedOn: noonOf({ ...dated, year: dated.year }) };
};

const issued = (row: CascadeRow | undefined, { recipients, issuedAt }: Issued): CascadeRow | undefined =>
  row?.of === 'directive'
    ? {
        ...row,
        issuedAt,
        recipients: recipients.map(({ orgId, receiptId }) => ({ orgId, receiptId })),
        orgs: [row.issuerId, ...recipients.map(({ orgId }) => orgId)],
      }
    : row;

/** A receipt that is not delivered yet: who issued the directive is told by the delivery. */
const onItsWay = ({ recipients }: Issued, key: string): CascadeReceipt | undefined => {
  const to = recipients.find(({ receiptId }) => receiptId === key);
  return to && { ...about(to), status: 'issued', deliveries: [], orgs: [to.orgId] };
};

const about = ({ territoryPath, territoryLevel }: Pick<Delivery, 'territoryPath' | 'territoryLevel'>) => ({
  of: 'receipt' as const,
  inDevelopmentZone: territoryLevel === 'developmentZone',
  territoryPath,
});

/** The first delivery makes it delivered; a later one may come when it is signed for already. */
const delivered = (row: CascadeReceipt | undefined, data: Delivery): CascadeReceipt => {
  const { channel, deliveredAt: at, orgId, issuer } = data;
  const status = row && row.status !== 'issued' ? row.status : 'delivered';
  return {
    ...row,
    ...about(data),
    status,
    deliveries: [...(row?.deliveries ?? []), { channel, at }],
    orgs: [orgId, issuer.orgId],
  };
};

const answered = (
  row: CascadeRow | undefined,
  answeredAt: string,
  answer: Pick<CascadeReceipt, 'status' | 'acknowledgedAt' | 'relayedAt'>,
): CascadeRow | undefined =>
  row?.of === 'receipt' ? { ...row, ...answer, missed: missedAfter(row.missed, answeredAt) } : row;
