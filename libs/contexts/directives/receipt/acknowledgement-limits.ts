import { acknowledgementPack, inForce } from '#contexts/policy-packs';
import { minutesAfter } from '#time';
import type { Delivery } from './receipt.events.js';

/** D4: until when something delivered has to be acknowledged; undefined where it has no limit. */
export const acknowledgeBy = ({
  deliveredAt,
  urgency,
}: Pick<Delivery, 'deliveredAt' | 'urgency'>): string | undefined => {
  const minutes = urgency && inForce(acknowledgementPack, deliveredAt).minutes[urgency];
  return minutes === undefined ? undefined : minutesAfter(deliveredAt, minutes);
};

/** Whether an answer came within the limit, by when it was recorded: a time that nobody can choose (W3). The limit itself is within. */
export const isInTime = (answeredAt: string, limit: string): boolean => answeredAt <= limit;

/** The limit that counts as missed after an answer; undefined when the answer was recorded in time. */
export const missedAfter = (missed: string | undefined, answeredAt: string): string | undefined =>
  missed !== undefined && isInTime(answeredAt, missed) ? undefined : missed;
