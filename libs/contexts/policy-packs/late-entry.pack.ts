import { LATE_ENTRY_MINUTES, type Act, type CommandRules } from '#kernel';
import { minutesAfter } from '#time';
import { ACT_DATING } from './acts.pack.js';
import { inForce, type Pack } from './effective.js';

/** How far back what was signed on paper, phoned in or written without network may have been when it is registered and entered. */
export const LATE_ENTRIES_BACK: Pack<{ readonly paperDays: number }> = [
  { from: '1949-09-30T16:00:00.000Z', value: { paperDays: 30 } },
];

const MINUTES_OF_A_DAY = 24 * 60;

/**
 * W3: whether an act was entered late by its two times: further back than such acts may be dated by themselves, and than the time
 * that recording takes. Nobody gets there without an entry that a second person confirmed, so nobody chooses how they are measured.
 */
export const wasEnteredLate = (
  { occurredAt, recordedAt }: Pick<Act, 'occurredAt' | 'recordedAt'>,
  dated?: CommandRules['dated'],
): boolean => {
  const { officeMinutes, fieldDays } = inForce(ACT_DATING, recordedAt);
  const allowed = dated === 'field' ? fieldDays * MINUTES_OF_A_DAY : officeMinutes;
  return recordedAt > minutesAfter(occurredAt, allowed + LATE_ENTRY_MINUTES);
};
