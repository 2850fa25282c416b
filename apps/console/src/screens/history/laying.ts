const DAY_MS = 86_400_000;
/** A stretch without events is said from this many days on. */
const QUIET_DAYS = 2;

interface Timed {
  readonly recordedAt: string;
  readonly occurredAt: string;
}

/** Days since the beginning of the calendar, of Beijing. */
const dayOf = (at: string): number => Math.floor((Date.parse(at) + 8 * 3_600_000) / DAY_MS);

/** Most of it was entered more than a day late: then each stands at the time that is claimed for it. */
export const isBackfilled = (entries: readonly Timed[]): boolean =>
  entries.filter(({ recordedAt, occurredAt }) => Date.parse(recordedAt) - Date.parse(occurredAt) > DAY_MS).length >
  entries.length / 2;

/** One row: the event, whether a day begins with it, and how many days before it were without any. */
export interface Row<E> {
  readonly entry: E;
  readonly isNewDay: boolean;
  readonly quiet: number;
}

/** Rows by the times at which they stand, whichever way they run. */
export const rowsOf = <E extends Timed>(entries: readonly E[], stands: (entry: E) => string): readonly Row<E>[] =>
  entries.map((entry, at) => {
    const before = entries[at - 1];
    if (!before) return { entry, isNewDay: true, quiet: 0 };
    const days = Math.abs(dayOf(stands(entry)) - dayOf(stands(before)));
    return { entry, isNewDay: days > 0, quiet: days > QUIET_DAYS ? days - 1 : 0 };
  });

/** Where a time stands between two others, in percent. */
export const placeOf = (at: string, first: string, last: string): number => {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  return to <= from ? 100 : Math.min(100, Math.max(0, ((Date.parse(at) - from) / (to - from)) * 100));
};

/** How many events were recorded by a moment; all of them when none is said. They are in the order of recording. */
export const knownBy = (entries: readonly Timed[], asOf: string | undefined): number =>
  asOf === undefined
    ? entries.length
    : entries.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(asOf)).length;

/**
 * The last event of the moment after so many events, where some are known: what was recorded at one instant is known at once, so a
 * step back goes before all of it. Nothing, before the first moment.
 */
export const momentAt = <E extends Timed>(entries: readonly E[], known: number, count: number): E | undefined => {
  const at = (place: number) => Date.parse(entries[place]?.recordedAt ?? '');
  const to = Math.max(0, Math.min(entries.length, count) - 1);
  const isSame = count < known && at(to) === at(known - 1);
  const limit = isSame ? at(to) - 1 : at(to);
  return entries.findLast(({ recordedAt }) => Date.parse(recordedAt) <= limit);
};
