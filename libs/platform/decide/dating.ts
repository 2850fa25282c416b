import type { Actor } from '#access';
import { HONEST_CLOCKS_MS, type CommandDeclaration, type Message, type Occasion, type SentOccasion } from '#kernel';
import type { ActBounds } from './act-bounds.js';
import type { Clock } from './clock.js';
import type { Outcome } from './decide.command.js';
import type { LogClock } from './log-clock.js';
import { refuse } from './refusals.js';

/** What is asked for, as far as the moment of an act depends on it. */
export interface Undated {
  readonly occasion: SentOccasion;
  readonly actor: Actor;
  readonly command: Message;
  readonly declared: CommandDeclaration;
}

/** When an act happened, and the present moment at which it is decided. */
interface Placed {
  readonly occasion: Occasion;
  readonly now: string;
}

/** Says when an act counts as having happened, or why it cannot have happened then. */
export type Dating = (asked: Undated) => Promise<Placed | { readonly refusal: Outcome }>;

export const DATING = Symbol('Dating');

/** An occasion with its moment: what nobody dated happens now. */
const datedBy = (occasion: SentOccasion, now: Date): Occasion => ({
  ...occasion,
  occurredAt: occasion.occurredAt ?? now.toISOString(),
});

const isAhead = ({ occurredAt }: Occasion, now: Date): boolean =>
  Date.parse(occurredAt) > now.getTime() + HONEST_CLOCKS_MS;

/** For specs and trials: whatever lies in the past may be said. */
export const datedByClock =
  (clock: Clock): Dating =>
  ({ occasion: sent }) => {
    const now = clock();
    const occasion = datedBy(sent, now);
    return Promise.resolve(
      isAhead(occasion, now)
        ? { refusal: refuse('OCCURRED_IN_FUTURE', 'occurredAt') }
        : { occasion, now: now.toISOString() },
    );
  };

/**
 * By the clock of the log: nothing that is still to come, nothing that lies further back than the bounds allow, and what fell due
 * before an act comes before it.
 */
export const datedByLog =
  (clock: LogClock, bounds: ActBounds): Dating =>
  async (asked) => {
    const now = await clock.fresh();
    const occasion = datedBy(asked.occasion, now);
    // A log with a clock of its own runs ahead to what has happened since, so the real present is the end for all.
    if (isAhead(occasion, clock.real())) return { refusal: refuse('OCCURRED_IN_FUTURE', 'occurredAt') };
    if (bounds.isTooLate({ ...asked, occasion }, now)) return { refusal: refuse('TOO_LATE_TO_DATE', 'occurredAt') };
    if (occasion.source !== 'system') await clock.reach(occasion.occurredAt);
    return { occasion, now: clock.recording(occasion.occurredAt).toISOString() };
  };
