import { ref, type DataOf, type Happening } from '#kernel';
import type { DirectiveEvent } from '../directive.events.js';
import type { DirectiveCard } from './directive.row.js';

type Card = DirectiveCard | undefined;
type At = Pick<Happening, 'occurredAt'>;
type Taken = DataOf<DirectiveEvent, 'DirectiveRevoked'>;

const ended = (card: Card, { occurredAt: endedAt }: At, more: Partial<DirectiveCard>): Card =>
  card && { ...card, endedAt, ...more };

/** How a directive comes to its end, as its card shows it. */
export const endings = {
  DirectiveCompleted: (card: Card, { withoutDuty = [] }: DataOf<DirectiveEvent, 'DirectiveCompleted'>, at: At) =>
    ended(card, at, { status: 'completed', withoutDuty }),
  DirectiveWithdrawn: (card: Card, { reason: endReason }: Taken, at: At) =>
    ended(card, at, { status: 'withdrawn', endReason }),
  DirectiveRevoked: (card: Card, { reason: endReason }: Taken, at: At) =>
    ended(card, at, { status: 'revoked', endReason }),
  DirectiveSuperseded: (
    card: Card,
    { reason: endReason, successorId }: DataOf<DirectiveEvent, 'DirectiveSuperseded'>,
    at: At,
  ) => ended(card, at, { status: 'superseded', endReason, supersededBy: ref(successorId) }),
};
