import type { Stream } from '#kernel';
import { receiptEvents, type Delivery, type ReceiptEvent } from './receipt.events.js';
import type { Channel } from './receipt.words.js';

/** What was delivered to whom; it does not change with the ways in which it was delivered. */
export type Held = Omit<Delivery, 'channel' | 'deliveredAt'>;

/** Delivered is a fact about the system or a room; acknowledged is somebody's act. */
export type ReceiptState =
  | { readonly is: 'new' }
  | {
      readonly is: 'delivered' | 'acknowledged' | 'relayed' | 'returned';
      readonly channels: readonly Channel[];
      readonly held: Held;
    };

const toStage = (state: ReceiptState, is: 'acknowledged' | 'returned' | 'relayed'): ReceiptState =>
  state.is === 'new' ? state : { ...state, is };

/** How a receipt is folded. */
export const receiptStream: Stream<ReceiptState, ReceiptEvent> = {
  kind: 'receipt',
  events: receiptEvents,
  initial: { is: 'new' },
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
