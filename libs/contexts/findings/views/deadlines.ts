import { deadlinePack, inForce } from '#contexts/policy-packs';
import { minutesAfter } from '#time';
import type { PartData } from '#kernel';
import type { Between } from '#platform/views';
import { roundsOver } from './rounds.js';
import type { FindingCard, findingRow } from './finding-card.js';

type Period = Pick<Between<FindingCard>, 'from' | 'to'>;

/** When something open is due that is overdue at a moment. */
const overdueAt = (moment: string): Period => ({ to: moment });

/** When something open is due that is due soon at a moment. */
const dueSoonAt = (moment: string): Period => ({
  from: moment,
  to: minutesAfter(moment, inForce(deadlinePack, moment).dueSoonMinutes),
});

/** The findings that are overdue, or due soon, at a moment: their state is derived from time and stands nowhere. */
export const overdueFindings = (moment: string): Between<FindingCard> => ({ field: 'openDueAt', ...overdueAt(moment) });
export const findingsDueSoon = (moment: string): Between<FindingCard> => ({ field: 'openDueAt', ...dueSoonAt(moment) });

const lies = (instant: string | undefined, { from = '', to }: Period): boolean =>
  instant !== undefined && instant >= from && (to === undefined || instant < to);

/** A finding as it looks at a moment. */
export const findingAt = (card: FindingCard, moment: string): PartData<typeof findingRow> => ({
  ...card,
  overdue: lies(card.openDueAt, overdueAt(moment)),
  dueSoon: lies(card.openDueAt, dueSoonAt(moment)),
  earlierRounds: roundsOver(card.rounds),
});

/** What lists look deadlines up by, of a finding as it stands. */
export const withDeadlines = ({ dueAt: _, openDueAt: __, ...card }: FindingCard): FindingCard => {
  const dueAt = card.rectification?.dueAt;
  if (dueAt === undefined) return card;
  return { ...card, dueAt, ...(card.counted && !card.closedOut && { openDueAt: dueAt }) };
};
