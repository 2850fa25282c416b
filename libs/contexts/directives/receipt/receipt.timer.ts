import type { Ask, Due, Happening, Id, Timer } from '#kernel';
import { isInTime } from './acknowledgement-limits.js';
import type { ReceiptCommand } from './receipt.commands.js';
import { receipt } from './receipt.decider.js';
import type { ReceiptEvent } from './receipt.events.js';
import { receiptStream, type ReceiptState } from './receipt.state.js';

/** A receipt has one limit only. */
const KEY = 'acknowledge';

/** An answer after the limit takes nothing back: it may be recorded before the limit that it missed is asked about. */
const answered = (_: unknown, state: ReceiptState, { recordedAt }: Happening): readonly string[] =>
  state.is !== 'new' && state.acknowledgeBy !== undefined && isInTime(recordedAt, state.acknowledgeBy) ? [KEY] : [];

const limitOf = ({ acknowledgeBy: dueAt }: Exclude<ReceiptState, { is: 'new' }>, stream: Id): readonly Due[] => {
  if (dueAt === undefined) return [];
  const command = { type: 'MissAcknowledgement', data: { dueAt } } as const;
  const ask: Ask<ReceiptCommand> = { decider: receipt, stream, command };
  return [{ key: KEY, at: dueAt, ask }];
};

/** D4: what is delivered is to be acknowledged within a limit that runs from its first delivery. */
export const acknowledgementLimit: Timer<ReceiptState, ReceiptEvent> = {
  name: 'acknowledgement_limit',
  of: receiptStream,
  asks: [receipt],
  rights: {
    MissAcknowledgement: 'ownStream',
  },
  due: {
    DirectiveDelivered: (_, state, { stream }) =>
      state.is === 'new' || state.channels.length > 1 ? [] : limitOf(state, stream),
    AmendmentDelivered: (_, state, { stream }) =>
      state.is === 'new' || state.is === 'returned' ? [] : limitOf(state, stream),
    // The order stands: the time for signing runs anew.
    ReturnRuledOn: (_, state, { stream }) => (state.is === 'delivered' ? limitOf(state, stream) : []),
  },
  cancels: {
    DirectiveAcknowledged: answered,
    DirectiveReturned: answered,
    DirectiveRelayed: answered,
    ReceiptClosed: () => [KEY],
    // A timer that is built anew asks nothing that is recorded already.
    AcknowledgementMissed: () => [KEY],
  },
};
