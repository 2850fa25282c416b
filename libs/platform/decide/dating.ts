import { HONEST_CLOCKS_MS, type Occasion, type SentOccasion } from '#kernel';
import type { Outcome } from './decide.command.js';
import { refuse } from './refusals.js';

/** An occasion with its moment: what nobody dated happens now. */
export const datedBy = (occasion: SentOccasion, now: Date): Occasion => ({
  ...occasion,
  occurredAt: occasion.occurredAt ?? now.toISOString(),
});

/** Refuses what cannot have happened yet. */
export const untimely = ({ occurredAt }: Occasion, now: Date): Outcome | undefined =>
  Date.parse(occurredAt) > now.getTime() + HONEST_CLOCKS_MS ? refuse('OCCURRED_IN_FUTURE', 'occurredAt') : undefined;
