/** A day as a notice gives it; a year that the text does not state is not known, and nobody may assume one. */
export interface StatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const DAY = /(?:(\d{4})年)?(?<![\d.])(\d{1,2})月(\d{1,2})日/g;

/** A leap year stands in for a year that is not stated: 29 February may be meant. */
const isOnCalendar = ({ year, month, day }: StatedDay): boolean => {
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** The first day that a normalised text names, or undefined when it names none that the calendar has. */
export const statedDay = (text: string): StatedDay | undefined =>
  [...text.matchAll(DAY)]
    .map(([, year, month, day]) => ({
      year: year === undefined ? null : Number(year),
      month: Number(month),
      day: Number(day),
    }))
    .find(isOnCalendar);
