import type { Act, Id, Owner, Stream } from '#kernel';
import { acknowledgeBy, missedAfter } from './acknowledgement-limits.js';
import { receiptEvents, type Delivery, type ReceiptEvent } from './receipt.events.js';
import type { Channel } from './receipt.words.js';

/** What was delivered to whom; it does not change with the ways in which it was delivered. */
export type Held = Omit<Delivery, 'channel' | 'deliveredAt'>;

/** Delivered is a fact about the system or a room; acknowledged is somebody's act. */
export type ReceiptState =
  | { readonly is: 'new' }
  | {
      readonly is: 'delivered' | 'acknowledged' | 'relayed' | 'returned' | 'closed';
      /** What a relay made of it. */
      readonly childId?: Id<'directive'>;
      readonly channels: readonly Channel[];
      readonly held: Held;
      /** Until when it is to be acknowledged, as its first delivery says; undefined where it has no limit. */
      readonly acknowledgeBy: string | undefined;
      /** When it was first signed for, sent back or passed on, as those who did so say. */
      readonly answeredAt?: string;
      /** The limit that passed without an answer. */
      readonly missed?: string | undefined;
    };

const answered = (
  state: ReceiptState,
  is: 'acknowledged' | 'returned' | 'relayed',
  { occurredAt }: Act,
): ReceiptState => {
  if (state.is === 'new') return state;
  const { answeredAt = occurredAt, missed } = state;
  return {
    ...state,
    is,
    answeredAt: occurredAt < answeredAt ? occurredAt : answeredAt,
    missed: missedAfter(missed, occurredAt),
  };
};

/** Whose a receipt is: the recipient's, and the issuer's. */
export const stakesIn = ({
  territoryPath,
  orgId,
  issuer,
}: Pick<Held, 'territoryPath' | 'orgId' | 'issuer'>): Owner => ({
  territory: territoryPath,
  orgs: [orgId, issuer.orgId],
});

/** How a receipt is folded. */
export const receiptStream: Stream<ReceiptState, ReceiptEvent> = {
  kind: 'receipt',
  events: receiptEvents,
  initial: { is: 'new' },
  seenBy: (state) => (state.is === 'new' ? undefined : stakesIn(state.held)),
  evolve: {
    DirectiveDelivered: (state, { channel, deliveredAt, ...held }) =>
      state.is === 'new'
        ? { is: 'delivered', channels: [channel], held, acknowledgeBy: acknowledgeBy({ deliveredAt, ...held }) }
        : { ...state, channels: [...state.channels, channel] },
    DirectiveAcknowledged: (state, _, act) => answered(state, 'acknowledged', act),
    AcknowledgementMissed: (state, { dueAt }) => (state.is === 'new' ? state : { ...state, missed: dueAt }),
    DirectiveReturned: (state, _, act) => answered(state, 'returned', act),
    DirectiveRelayed: (state, { childId }, act) => {
      const after = answered(state, 'relayed', act);
      return after.is === 'new' ? after : { ...after, childId };
    },
    ReturnRuledOn: (state, { ruling }, { occurredAt }) => {
      if (state.is === 'new') return state;
      if (ruling === 'withdrawn') return { ...state, is: 'closed' };
      const { answeredAt: _before, ...again } = state;
      const limit = acknowledgeBy({ deliveredAt: occurredAt, urgency: state.held.urgency });
      return { ...again, is: 'delivered', acknowledgeBy: limit, missed: undefined };
    },
    ReceiptClosed: (state) => (state.is === 'new' ? state : { ...state, is: 'closed' }),
  },
};
