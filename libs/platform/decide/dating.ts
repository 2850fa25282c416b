import type { Actor, LateEntries, LateEntryId } from '#access';
import {
  HONEST_CLOCKS_MS,
  type CommandDeclaration,
  type Id,
  type Occasion,
  type SentOccasion,
  type StateReader,
} from '#kernel';
import type { ActBounds } from './act-bounds.js';
import type { Clock } from './clock.js';
import type { Outcome } from './decide.command.js';
import type { LogClock } from './log-clock.js';
import { refuse } from './refusals.js';

/** What is asked for, as far as the moment of an act depends on it. */
export interface Undated {
  readonly occasion: SentOccasion;
  readonly actor: Actor;
  readonly stream: Id;
  readonly declared: CommandDeclaration;
  /** The entry under which it is told late. */
  readonly lateEntryId?: LateEntryId | undefined;
  readonly read: StateReader;
}

/** When an act happened, and the present moment at which it is decided. */
interface Placed {
  readonly occasion: Occasion;
  readonly now: string;
  /** The entry that lets it lie so far back, of which it uses one. */
  readonly uses?: LateEntryId | undefined;
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

interface Deciding {
  readonly now: Date;
  readonly bounds: ActBounds;
  readonly entries: LateEntries;
}

const refusing = (...why: Parameters<typeof refuse>) => ({ refusal: refuse(...why) });

/** Whether the entry that an act names covers it; undefined where none is there for whoever acts. */
const isCovered = (
  { lateEntryId, read, actor, declared, stream }: Undated,
  occurredAt: string,
  { now, entries }: Deciding,
): Promise<boolean | undefined> =>
  lateEntryId
    ? entries.covers({ actor, declared, stream, lateEntryId, occurredAt, now: now.toISOString() }, read)
    : Promise.resolve(false);

/** The entry that lets an act lie where it does, if it needs one. An entry that is named must be there, needed or not. */
const entryFor = async (asked: Undated, occasion: Occasion, deciding: Deciding) => {
  const covered = await isCovered(asked, occasion.occurredAt, deciding);
  if (covered === undefined) return refusing('NOT_FOUND', 'lateEntryId');
  const tooLate = deciding.bounds.isTooLate({ ...asked, occasion }, deciding.now);
  if (!tooLate) return {};
  return covered && tooLate === 'late' ? { uses: asked.lateEntryId } : refusing('TOO_LATE_TO_DATE', 'occurredAt');
};

/**
 * By the clock of the log: nothing that is still to come, nothing that lies further back than the bounds allow unless a confirmed
 * late entry covers it, and what fell due before an act comes before it.
 */
export const datedByLog =
  (clock: LogClock, bounds: ActBounds, entries: LateEntries): Dating =>
  async (asked) => {
    const now = await clock.fresh();
    const occasion = datedBy(asked.occasion, now);
    // A log with a clock of its own runs ahead to what has happened since, so the real present is the end for all.
    if (isAhead(occasion, clock.real())) return refusing('OCCURRED_IN_FUTURE', 'occurredAt');
    const entry = await entryFor(asked, occasion, { now, bounds, entries });
    if ('refusal' in entry) return entry;
    if (occasion.source !== 'system') await clock.reach(occasion.occurredAt);
    return { occasion, now: clock.recording(occasion.occurredAt).toISOString(), ...entry };
  };
