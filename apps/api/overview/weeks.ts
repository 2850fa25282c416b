import type { Looking } from '#platform/views';

const WEEK_MS = 7 * 24 * 3_600_000;

/** How many things there are, by their names. */
type Counts = Readonly<Record<string, number>>;

/** The same look, at the moments four, three, two and one weeks before one. */
export const weeksBefore = (looking: Looking, moment: string): readonly Looking[] =>
  [4, 3, 2, 1].map((weeks) => ({
    ...looking,
    asOf: { recordedAt: new Date(Date.parse(moment) - weeks * WEEK_MS).toISOString() },
  }));

/** A count of now beside the same one of each week before. */
export const figure = <C extends Counts>(now: C, weeks: readonly C[], name: keyof C) => ({
  now: now[name] ?? 0,
  weeks: weeks.map((counts) => counts[name] ?? 0),
});
