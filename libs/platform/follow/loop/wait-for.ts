import type { After } from '#platform/event-store';
import type { CheckpointWatch } from './checkpoint-watch.js';

/** Where a checkpoint stands once it has passed a position, or when the time is over (milliseconds, of `performance.now`). */
export const waitFor = (watch: CheckpointWatch, position: bigint, until: number): Promise<After> =>
  watch.past(position, until - performance.now());
