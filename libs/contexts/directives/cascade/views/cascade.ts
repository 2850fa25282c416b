import type { Id, Text } from '#kernel';
import { isBeforeEndOfDay, minutesBetween } from '#time';
import type { Channel } from '../../receipt/receipt.words.js';
import type { CascadeLink } from './cascade-link.view.js';
import { noteOf } from './cascade-note.js';
import type { DirectiveCard } from '../../directive/views/directive-card.view.js';
import type { ReceiptCard } from '../../receipt/views/receipt-card.view.js';

type Directive = Pick<DirectiveCard, 'id' | 'issuerId' | 'issuedAt'>;
type Receipt = Pick<
  ReceiptCard,
  'directiveId' | 'recipientId' | 'inDevelopmentZone' | 'deliveries' | 'acknowledgedAt' | 'relayedAt' | 'status'
>;

/** The rows that a cascade is made of; what the reader may not see is not among them. */
export interface CascadeRows {
  readonly directives: ReadonlyMap<string, Directive>;
  readonly links: readonly Pick<CascadeLink, 'parentId' | 'childId'>[];
  readonly receipts: readonly Receipt[];
}

/** One directive on its way to one recipient; a directive that went to nobody here has one hop without a recipient. */
export interface Hop {
  readonly id: string;
  readonly depth: number;
  readonly directiveId: Id;
  readonly parentId?: Id | undefined;
  readonly recipientId?: Id<'organisation'> | undefined;
  readonly inDevelopmentZone?: boolean | undefined;
  readonly issuedAt?: string | undefined;
  readonly deliveredAt?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly acknowledgedAt?: string | undefined;
  readonly relayedAt?: string | undefined;
  readonly minutesToDeliver?: number | undefined;
  readonly minutesToAcknowledge?: number | undefined;
  readonly minutesToRelay?: number | undefined;
  readonly sameDay?: boolean | undefined;
  readonly note?: Text | undefined;
}

/** Where the walk is: the directive, the one above it, and how deep. */
interface Step {
  readonly id: Id;
  readonly above?: Id;
  readonly depth: number;
}

/**
 * D5: the way of a directive down the levels, depth first: each hop is followed by what its recipient made of it. A directive
 * with several bases is shown once, below the nearest. The day of the root decides what "same day" is.
 */
export const cascade = (root: Id, rows: CascadeRows): readonly Hop[] => {
  const seen = new Set<string>([root]);
  const day = rows.directives.get(root)?.issuedAt;

  const walk = ({ id, above, depth }: Step): readonly Hop[] => {
    const directive = rows.directives.get(id);
    if (!directive) return [];
    const below = nextBelow(id, rows).filter((child) => !seen.has(child.id));
    for (const child of below) seen.add(child.id);
    const down = (children: readonly Directive[]) =>
      children.flatMap((child) => walk({ id: child.id, above: id, depth: depth + 1 }));

    const start = startOf(directive, above, depth);
    const receipts = rows.receipts.filter(({ directiveId }) => directiveId === id);
    const hops = receipts.flatMap((receipt) => {
      const theirs = below.filter(({ issuerId }) => issuerId === receipt.recipientId);
      return [hopOf(start, receipt, theirs, day), ...down(theirs)];
    });
    const others = below.filter(({ issuerId }) => !receipts.some(({ recipientId }) => recipientId === issuerId));
    return [...(receipts.length > 0 ? hops : [start]), ...down(others)];
  };
  return walk({ id: root, depth: 0 });
};

/** The children of a directive, without those that one of the others stands between: C23 cites every level above. */
const nextBelow = (id: Id, rows: CascadeRows): readonly Directive[] => {
  const children = childrenOf(id, rows);
  return children.filter((child) => !children.some((other) => other !== child && leadsTo(other.id, child.id, rows)));
};

const leadsTo = (from: Id, to: Id, rows: CascadeRows, past: readonly Id[] = []): boolean =>
  !past.includes(from) &&
  childrenOf(from, rows).some((child) => child.id === to || leadsTo(child.id, to, rows, [...past, from]));

const childrenOf = (id: Id, { links, directives }: CascadeRows): readonly Directive[] =>
  links
    .filter(({ parentId }) => parentId === id)
    .flatMap(({ childId }) => directives.get(childId) ?? [])
    .sort((one, other) => (one.issuedAt ?? '').localeCompare(other.issuedAt ?? '') || one.id.localeCompare(other.id));

const startOf = ({ id, issuedAt }: Directive, above: Id | undefined, depth: number): Hop => ({
  id,
  depth,
  directiveId: id,
  parentId: above,
  issuedAt,
});

const hopOf = (start: Hop, receipt: Receipt, theirs: readonly Directive[], day = start.issuedAt): Hop => {
  const { recipientId, inDevelopmentZone, acknowledgedAt } = receipt;
  const { at: deliveredAt, channel } = arrivalOf(receipt) ?? {};
  const relayedAt = receipt.relayedAt ?? theirs[0]?.issuedAt;
  return {
    ...start,
    id: `${start.id} ${recipientId}`,
    ...{ recipientId, inDevelopmentZone, deliveredAt, channel, acknowledgedAt, relayedAt },
    minutesToDeliver: lag(start.issuedAt, deliveredAt),
    minutesToAcknowledge: lag(deliveredAt, acknowledgedAt),
    minutesToRelay: lag(acknowledgedAt, relayedAt),
    sameDay: acknowledgedAt && day ? isBeforeEndOfDay(acknowledgedAt, day) : undefined,
    note: noteOf(receipt, channel, day),
  };
};

/** How it reached them before they signed: people in a room, or paper in a hand, say more than an inbox. */
const arrivalOf = ({ deliveries, acknowledgedAt = '9' }: Receipt): Receipt['deliveries'][number] | undefined => {
  const inTime = deliveries.filter(({ at }) => at <= acknowledgedAt);
  const first = [...(inTime.length > 0 ? inTime : deliveries)].sort((one, other) => one.at.localeCompare(other.at));
  return first.find(({ channel }) => channel !== 'system') ?? first[0];
};

/** Who sat in the room heard it before it was issued in writing: that is no delay, and no gain either. */
const lag = (from: string | undefined, to: string | undefined): number | undefined =>
  from && to ? Math.max(0, minutesBetween(from, to)) : undefined;
