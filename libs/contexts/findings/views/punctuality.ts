import { wasLate } from '../finding.rounds.js';
import type { FindingCard } from './finding-card.js';
import type { Rectification } from './rectification.part.js';

/** How a finding is measured: by times that whoever is measured cannot choose. */
export interface Punctuality {
  /** Undefined while nobody reported it done, and where that was entered later from elsewhere. */
  readonly onTime?: boolean | undefined;
  readonly onTimeExtended?: boolean | undefined;
  readonly late: boolean;
  readonly lateEntry: boolean;
}

/** Nothing is told of what nobody reported done. */
export const UNTOLD = { onTime: undefined, onTimeExtended: undefined } as const;

/** A fix that was reported and is not struck off, or did not hold, is not on time yet. */
export const NOT_YET = { onTime: false, onTimeExtended: false } as const;

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
