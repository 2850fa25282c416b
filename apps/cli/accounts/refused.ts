import type { Text } from '#kernel';
import type { Outcome } from '#platform/decide';
import { Failed } from '../failed.js';

/** A no, as it is told: the code, and why, in both languages. */
export const toldNo = (code: string, { en, zh }: Text): Failed => new Failed(`${code}: ${en} ${zh}`);

/** Throws Failed for what was refused, except where that only says that it is so already; true for what is new. */
export const recordedOr = (outcome: Outcome, ...soAlready: readonly string[]): boolean => {
  if (outcome.recorded) return outcome.events.length > 0;
  if (soAlready.includes(outcome.code)) return false;
  throw toldNo(outcome.code, outcome.message);
};
