import { minutesAfter } from '#time';
import type { Urgency } from '../content/content.words.js';
import type { Delivery } from './receipt.events.js';

/**
 * D4: how many minutes a recipient has for acknowledging, by urgency; what is ordinary has a working day, and there is no calendar to
 * count it by. A changed limit also changes what past deliveries allowed: raise the versions of the views that show it.
 */
const MINUTES: Readonly<Record<Urgency, number | undefined>> = {
  extraUrgent: 60,
  urgent: 4 * 60,
  ordinary: undefined,
};

/** Until when something delivered has to be acknowledged; undefined where it has no limit. */
export const acknowledgeBy = ({
  deliveredAt,
  urgency,
}: Pick<Delivery, 'deliveredAt' | 'urgency'>): string | undefined => {
  const minutes = urgency && MINUTES[urgency];
  return minutes === undefined ? undefined : minutesAfter(deliveredAt, minutes);
};

/** Whether an answer came within the limit, by when it was given, not by when it was recorded. The limit itself is within. */
export const isInTime = (answeredAt: string, limit: string): boolean => answeredAt <= limit;

/** The limit that counts as missed after an answer; undefined when the answer was given in time and only recorded later. */
export const missedAfter = (missed: string | undefined, answeredAt: string): string | undefined =>
  missed !== undefined && isInTime(answeredAt, missed) ? undefined : missed;
