import { answered as remembered, type Act, type Answered, type DataOf, type Owner, type Stream } from '#kernel';
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
      /** It was ruled that the text is to be amended before this recipient signs for it. */
      readonly toBeAmended?: true;
      /** To whom it was passed on, in whose name and when, and what that made of it. */
      readonly relay?: DataOf<ReceiptEvent, 'DirectiveRelayed'> & { readonly at: string };
      readonly channels: readonly Channel[];
      readonly held: Held;
      /** Its first delivery, before which nothing about it happened, and the act that the next one answers (W1). */
      readonly delivered: Answered;
      readonly latest: Answered;
      /** Until when it is to be acknowledged, as its first delivery says; undefined where it has no limit. */
      readonly acknowledgeBy: string | undefined;
      /** When the first answer was recorded: signed for, sent back or passed on (W3). */
      readonly answeredAt?: string;
      /** The limit that passed without an answer. */
      readonly missed?: string | undefined;
    };

type There = Exclude<ReceiptState, { is: 'new' }>;

const latest = (type: ReceiptEvent['type'], act: Pick<Act, 'occurredAt' | 'recordedAt'>): Answered =>
  remembered(receiptEvents.facts[type].title, act);

const ANSWERS = {
  DirectiveAcknowledged: 'acknowledged',
  DirectiveReturned: 'returned',
  DirectiveRelayed: 'relayed',
} as const;

/** What was passed on stays so when an amended text is signed for. */
const answeredAs = ({ relay }: There, type: keyof typeof ANSWERS) =>
  type === 'DirectiveAcknowledged' && relay ? 'relayed' : ANSWERS[type];

const answered = (state: ReceiptState, type: keyof typeof ANSWERS, act: Act): ReceiptState => {
  if (state.is === 'new') return state;
  const { answeredAt = act.recordedAt, missed } = state;
  return {
    ...{ ...state, is: answeredAs(state, type), answeredAt, latest: latest(type, act) },
    missed: missedAfter(missed, act.recordedAt),
  };
};

const begun = (held: Held, channel: Channel, delivered: Answered): ReceiptState => ({
  ...{ is: 'delivered', channels: [channel], held, delivered, latest: delivered },
  acknowledgeBy: acknowledgeBy({ deliveredAt: delivered.occurredAt, ...held }),
});

/** It waits to be signed for, and the time for that runs anew. */
const askedAnew = (state: There, since: Answered): ReceiptState => {
  const { answeredAt: _before, toBeAmended: _promised, ...again } = state;
  const limit = acknowledgeBy({ deliveredAt: since.occurredAt, urgency: state.held.urgency });
  return { ...again, is: 'delivered', acknowledgeBy: limit, missed: undefined, latest: since };
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
    DirectiveDelivered: (state, { channel, deliveredAt, ...held }, { recordedAt }) =>
      state.is === 'new'
        ? begun(held, channel, latest('DirectiveDelivered', { occurredAt: deliveredAt, recordedAt }))
        : { ...state, channels: [...state.channels, channel] },
    DirectiveAcknowledged: (state, _, act) => answered(state, 'DirectiveAcknowledged', act),
    AcknowledgementMissed: (state, { dueAt }) => (state.is === 'new' ? state : { ...state, missed: dueAt }),
    DirectiveReturned: (state, _, act) => answered(state, 'DirectiveReturned', act),
    DirectiveRelayed: (state, relay, act) => {
      const after = answered(state, 'DirectiveRelayed', act);
      return after.is === 'new' ? after : { ...after, relay: { ...relay, at: act.occurredAt } };
    },
    ReturnRuledOn: (state, { ruling }, act) => {
      if (state.is === 'new') return state;
      if (ruling === 'amend') return { ...state, toBeAmended: true, latest: latest('ReturnRuledOn', act) };
      if (ruling === 'withdrawn') return { ...state, is: 'closed' };
      return askedAnew(state, latest('ReturnRuledOn', act));
    },
    AmendmentDelivered: (state, { textVersion, deliveredAt }, { recordedAt }) => {
      if (state.is === 'new') return state;
      const held = { ...state.held, textVersion };
      // What was sent back, and not answered, waits for its answer: the ruling is then about the amended text.
      if (state.is === 'returned' && !state.toBeAmended) return { ...state, held };
      return askedAnew({ ...state, held }, latest('AmendmentDelivered', { occurredAt: deliveredAt, recordedAt }));
    },
    ReceiptClosed: (state) => (state.is === 'new' ? state : { ...state, is: 'closed' }),
  },
};
