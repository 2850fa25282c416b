/** A day as a notice gives it; a year that the text does not state is not known, and nobody may assume one. */
export interface StatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const DAY = /(?:(?<year>\d{4})年)?(?<![\d.])(?<month>\d{1,2})月(?<day>\d{1,2})日/g;

/** The first day that a normalised text names, or undefined when it names none that the calendar has. */
export const statedDay = (text: string): StatedDay | undefined => {
  for (const { groups } of text.matchAll(DAY)) {
    const [month, day] = [Number(groups?.['month']), Number(groups?.['day'])];
    const year = groups?.['year'] === undefined ? null : Number(groups['year']);
    // A leap year stands in for the year that is not stated: 29 February may be meant.
    const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
    if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) return { year, month, day };
  }
  return undefined;
};
