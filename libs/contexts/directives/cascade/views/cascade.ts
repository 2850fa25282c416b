import type { Id, Text } from '#kernel';
import { isBeforeEndOfDay, minutesBetween } from '#time';
import type { Channel } from '../../receipt/receipt.words.js';
import { noteOf } from './cascade-note.js';
import type { Place } from './cascade-places.js';
import type { CascadeReceipt } from './cascade.row.js';

/** One directive on its way to one recipient; a directive that went to nobody here has one hop without a recipient. */
export interface Hop {
  readonly id: string;
  readonly depth: number;
  readonly directiveId: Id<'directive'>;
  readonly parentId?: Id<'directive'> | undefined;
  readonly recipientId?: Id<'organisation'> | undefined;
  readonly inDevelopmentZone?: boolean | undefined;
  readonly issuedAt?: string | undefined;
  readonly deliveredAt?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly acknowledgedAt?: string | undefined;
  readonly relayedAt?: string | undefined;
  readonly passedOnAs?: Id<'directive'> | undefined;
  readonly minutesToDeliver?: number | undefined;
  readonly minutesToAcknowledge?: number | undefined;
  readonly minutesToRelay?: number | undefined;
  readonly sameDay?: boolean | undefined;
  readonly note?: Text | undefined;
}

/** What a hop tells of a receipt. */
export type HopReceipt = Omit<CascadeReceipt, 'of' | 'territoryPath' | 'orgs'>;

/**
 * D5: the hops at these places, with what became of each. A receipt that the reader may not see is not among `receipts`, and has no
 * hop; a directive without any has one of its own. The day of the root decides what "same day" is.
 */
export const hopsAt = (places: readonly Place[], receipts: ReadonlyMap<string, HopReceipt>): readonly Hop[] =>
  places.flatMap((place) => {
    if (!place.recipientId) return place.receipts.some((id) => receipts.has(id)) ? [] : [startOf(place)];
    const [id = ''] = place.receipts;
    const receipt = receipts.get(id);
    return receipt ? [hopOf(place, receipt)] : [];
  });

const startOf = ({ id, depth, directiveId, parentId, issuedAt, passedOnAs }: Place): Hop => ({
  id,
  depth,
  directiveId,
  parentId,
  issuedAt,
  passedOnAs,
});

const hopOf = (place: Place, receipt: HopReceipt): Hop => {
  const { issuedAt, recipientId, day } = place;
  const { inDevelopmentZone, acknowledgedAt } = receipt;
  const { at: deliveredAt, channel } = arrivalOf(receipt) ?? {};
  const relayedAt = receipt.relayedAt ?? place.passedOnAt;
  return {
    ...startOf(place),
    ...{ recipientId, inDevelopmentZone, deliveredAt, channel, acknowledgedAt, relayedAt },
    minutesToDeliver: lag(issuedAt, deliveredAt),
    minutesToAcknowledge: lag(deliveredAt, acknowledgedAt),
    minutesToRelay: lag(acknowledgedAt, relayedAt),
    sameDay: acknowledgedAt && day ? isBeforeEndOfDay(acknowledgedAt, day) : undefined,
    note: noteOf(receipt, channel, day),
  };
};

/** How it reached them before they signed: people in a room, or paper in a hand, say more than an inbox. */
const arrivalOf = ({ deliveries, acknowledgedAt = '9' }: HopReceipt): HopReceipt['deliveries'][number] | undefined => {
  const inTime = deliveries.filter(({ at }) => at <= acknowledgedAt);
  const first = [...(inTime.length > 0 ? inTime : deliveries)].sort((one, other) => one.at.localeCompare(other.at));
  return first.find(({ channel }) => channel !== 'system') ?? first[0];
};

/** Who sat in the room heard it before it was issued in writing: that is no delay, and no gain either. */
const lag = (from: string | undefined, to: string | undefined): number | undefined =>
  from && to ? Math.max(0, minutesBetween(from, to)) : undefined;
