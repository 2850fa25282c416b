import { happened, refused, type DataOf, type Decider, type Id, type Occasion, type Text } from '#kernel';
import type { Recipient } from './directive.events.js';
import { ownerOf, wentTo, type DirectiveState, type Standing } from './directive.state.js';
import { receiptEvents, type ReceiptEvent } from './receipt.events.js';
import {
  frozen,
  issuerIn,
  RECIPIENT_REFUSALS,
  type Addressee,
  type Organisations,
  type RecipientRefusal,
} from './recipients.js';
import type { CHANNELS } from './words.js';

type Delivery = DataOf<ReceiptEvent, 'DirectiveDelivered'>;

export type ReceiptCommand =
  | { readonly type: 'DeliverDirective'; readonly data: Omit<Delivery, 'channel'> }
  | { readonly type: 'RecordDelivery'; readonly data: { readonly channel: Exclude<keyof typeof CHANNELS, 'system'> } }
  | { readonly type: 'AcknowledgeDirective'; readonly data: object }
  | { readonly type: 'ReturnDirective'; readonly data: { readonly reason: string | undefined } }
  | {
      readonly type: 'RelayDirective';
      readonly data: { readonly childId: Id<'directive'>; readonly recipients: readonly Addressee[] };
    };

const RECEIPT_REFUSALS = {
  ...RECIPIENT_REFUSALS,
  NOT_DELIVERED: { en: 'It was not delivered yet.', zh: '尚未送达。' },
  ALREADY_DELIVERED: { en: 'It was delivered this way already.', zh: '已按此方式送达。' },
  NOT_THE_ISSUER: { en: 'Only the issuing body may do this.', zh: '仅发文机构可以办理。' },
  NOT_THE_RECIPIENT: { en: 'It did not go to your organisation.', zh: '该部署不是发给您所在机构的。' },
  ALREADY_ACKNOWLEDGED: { en: 'It is acknowledged already.', zh: '已签收。' },
  NOT_ACKNOWLEDGED: { en: 'It was not acknowledged yet.', zh: '尚未签收。' },
  ALREADY_RETURNED: { en: 'It was returned.', zh: '已退回。' },
  ALREADY_RELAYED: { en: 'It is relayed already.', zh: '已传达。' },
  REASON_MISSING: { en: 'A return needs a reason.', zh: '退回须说明理由。' },
  OWN_BODY_UNKNOWN: { en: 'Your own organisation is not registered.', zh: '您所在机构尚未登记。' },
} as const satisfies Record<string, Text>;

export type ReceiptRefusal = RecipientRefusal | keyof typeof RECEIPT_REFUSALS;

type Held = Omit<Delivery, 'channel' | 'deliveredAt'>;

/** Delivered is a fact about the system or a room; acknowledged is somebody's act. */
export type ReceiptState =
  | { readonly is: 'new' }
  | {
      readonly is: 'delivered' | 'acknowledged' | 'relayed' | 'returned';
      readonly channels: readonly (keyof typeof CHANNELS)[];
      readonly held: Held;
    };

/** The directive that the receipt is about, for whom, and the bodies that a relay names. */
export interface ReceiptFacts {
  readonly directive: DirectiveState;
  readonly orgId: Id<'organisation'>;
  readonly organisations: Organisations;
}

export const receipt: Decider<ReceiptState, ReceiptCommand, ReceiptEvent, ReceiptRefusal, ReceiptFacts | undefined> = {
  kind: 'receipt',
  events: receiptEvents,
  refusals: RECEIPT_REFUSALS,
  who: {
    DeliverDirective: ['system'],
    RecordDelivery: ['hq'],
    AcknowledgeDirective: ['unit', 'unit-head', 'hq'],
    ReturnDirective: ['unit-head'],
    RelayDirective: ['hq'],
  },
  owner: (state, command, facts) => {
    if (state.is !== 'new') return stakes(state.held);
    return command.type === 'DeliverDirective' ? stakes(command.data) : facts && ownerOf(facts.directive);
  },
  initial: { is: 'new' },

  decide: {
    DeliverDirective: (asked, state) =>
      state.is === 'new'
        ? happened({ type: 'DirectiveDelivered', data: { ...asked, channel: 'system' } })
        : refused('ALREADY_DELIVERED'),
    RecordDelivery: ({ channel }, state, { orgId, occurredAt }, facts) => {
      if (state.is === 'new') return absent(facts);
      if (state.held.issuer.orgId !== orgId) return refused('NOT_THE_ISSUER');
      if (state.channels.includes(channel)) return refused('ALREADY_DELIVERED', 'channel');
      return happened({ type: 'DirectiveDelivered', data: { ...state.held, channel, deliveredAt: occurredAt } });
    },
    AcknowledgeDirective: (_, state, on, facts) => {
      if (state.is === 'new') return absent(facts);
      const no = notOpenTo(state, on);
      return no
        ? refused(no)
        : happened({ type: 'DirectiveAcknowledged', data: { textVersion: state.held.textVersion } });
    },
    ReturnDirective: ({ reason }, state, on, facts) => {
      if (state.is === 'new') return absent(facts);
      const no = notOpenTo(state, on);
      if (no) return refused(no);
      if (reason === undefined) return refused('REASON_MISSING', 'reason');
      return happened({ type: 'DirectiveReturned', data: { reason } });
    },
    RelayDirective: ({ childId, recipients }, state, { orgId }, facts) => {
      if (state.is === 'new' || !facts) return absent(facts);
      if (state.held.orgId !== orgId) return refused('NOT_THE_RECIPIENT');
      if (state.is === 'relayed') return refused('ALREADY_RELAYED');
      if (state.is !== 'acknowledged') return refused('NOT_ACKNOWLEDGED');
      const issuer = issuerIn(facts.organisations, orgId);
      if (!issuer) return refused('OWN_BODY_UNKNOWN');
      const list = frozen(recipients, facts.organisations);
      return 'refused' in list
        ? list
        : happened({ type: 'DirectiveRelayed', data: { childId, issuer, recipients: [...list] } });
    },
  },

  evolve: {
    DirectiveDelivered: (state, { channel, deliveredAt: _at, ...held }) =>
      state.is === 'new'
        ? { is: 'delivered', channels: [channel], held }
        : { ...state, channels: [...state.channels, channel] },
    DirectiveAcknowledged: (state) => toStage(state, 'acknowledged'),
    DirectiveReturned: (state) => toStage(state, 'returned'),
    DirectiveRelayed: (state) => toStage(state, 'relayed'),
  },
};

const toStage = (state: ReceiptState, is: 'acknowledged' | 'returned' | 'relayed'): ReceiptState =>
  state.is === 'new' ? state : { ...state, is };

const stakes = ({ territoryPath, orgId, issuer }: Pick<Held, 'territoryPath' | 'orgId' | 'issuer'>) => ({
  territory: territoryPath,
  orgs: [orgId, issuer.orgId],
});

/** There is no receipt: it is on its way, or was never meant for them. */
const absent = (facts: ReceiptFacts | undefined) =>
  refused(facts && wentTo(facts.directive, facts.orgId) ? 'NOT_DELIVERED' : 'NOT_THE_RECIPIENT');

/** Why this actor can neither sign for it nor send it back. */
const notOpenTo = (
  { is, held }: Exclude<ReceiptState, { is: 'new' }>,
  { orgId }: Occasion,
): ReceiptRefusal | undefined => {
  if (held.orgId !== orgId) return 'NOT_THE_RECIPIENT';
  if (is === 'returned') return 'ALREADY_RETURNED';
  return is === 'delivered' ? undefined : 'ALREADY_ACKNOWLEDGED';
};

/** What the system hands over to one recipient of an issued directive. */
export const handover = (
  directiveId: Id<'directive'>,
  { issuer, content, textVersion }: Standing,
  { receiptId: _, ...to }: Recipient,
): Held => ({ directiveId, title: content.title, issuer, textVersion, ...to });
