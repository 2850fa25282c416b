import { isBeyond, type After } from '#platform/event-store';

/** Whether a reader that stands here has read the event at this position. */
export const isPast = (at: After, position: bigint): boolean => at !== 'start' && at >= position;

/** Which of two readers is further: for sorting, nearest to the start first. */
export const compareAfter = (a: After, b: After): number => {
  if (a === b) return 0;
  return isBeyond(a, b) ? 1 : -1;
};

/** The one that is nearest to the start; 'start' when there is none at all. */
export const lowest = (all: readonly After[]): After => [...all].sort(compareAfter)[0] ?? 'start';
