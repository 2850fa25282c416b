import { wasLate } from '../finding.rounds.js';
import type { FindingCard } from './finding-card.js';
import type { Rectification } from './rectification.part.js';

/** How a finding is measured: by times that whoever is measured cannot choose. */
export interface Punctuality {
  readonly onTime: boolean;
  readonly onTimeExtended: boolean;
  readonly late: boolean;
  readonly lateEntry: boolean;
}

/** Nothing is told of a fix that was not verified, or that did not hold. */
export const UNTOLD = { onTime: false, onTimeExtended: false } as const;

const reportedBy = ({ completionRecordedAt }: Rectification, due: string): boolean =>
  completionRecordedAt !== undefined && completionRecordedAt <= due;

/** Late once is late for good: in any round, or by a fix that held whose report was recorded after the first due time of all. */
export const oncePassed = ({ late, rounds, rectification }: FindingCard): Pick<Punctuality, 'late' | 'lateEntry'> => {
  if (!rectification) return { late, lateEntry: false };
  const { completionIsLateEntry: lateEntry, originalDueAt } = rectification;
  const isLate = !lateEntry && (wasLate(rounds) || !reportedBy(rectification, originalDueAt));
  return { late: late || isLate, lateEntry };
};

/** What is told of a finding that is struck off: on time by the first due time, and beside it by the present one. */
export const onceStruckOff = (
  { late, lateEntry }: Punctuality,
  rectification: Rectification | undefined,
): Pick<Punctuality, 'onTime' | 'onTimeExtended'> => {
  if (!rectification || lateEntry) return UNTOLD;
  return { onTime: !late, onTimeExtended: reportedBy(rectification, rectification.dueAt) };
};
