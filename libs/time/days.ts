import { chinaOffset, dayOf, STANDARD } from './china.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Whole minutes from one instant to another, rounded down; negative when the second came first. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE);

/** The instant that lies this many minutes after another. */
export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE).toISOString();

/** The last instant before another: the log tells no smaller steps apart. */
export const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** Whether the calendar has this day; a leap year stands in for a year that is not stated, so that 29 February may be meant. */
export const isOnCalendar = ({
  year,
  month,
  day,
}: {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}): boolean => {
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** The instant at which an instant's day in China is over: 24:00 (事不过夜). */
export const endOfDay = (instant: string): string => {
  const ms = Date.parse(instant);
  // No summer time began or ended at midnight.
  const midnight = Math.floor((ms + chinaOffset(ms)) / DAY) * DAY + DAY - STANDARD;
  return new Date(midnight - (chinaOffset(midnight) - STANDARD)).toISOString();
};

/** Noon of a day in China, which lies on that day whatever the clocks did. */
export const noonOf = ({ year, month, day }: Readonly<Record<'year' | 'month' | 'day', number>>): string =>
  new Date(Date.UTC(year, month - 1, day, 12) - STANDARD).toISOString();

/** A month in China, such as 2022-03: from its first instant to the first one after it. */
export const chinaMonth = (month: string): { readonly from: string; readonly to: string } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const start = (index: number) => {
    const midnight = Date.UTC(year, index, 1) - STANDARD;
    return new Date(midnight - (chinaOffset(midnight) - STANDARD)).toISOString();
  };
  return { from: start(number - 1), to: start(number) };
};

/** The first instant of the day in China that an instant belongs to. */
export const startOfDay = (instant: string): string => {
  const midnight = Date.parse(`${dayOf(instant)}T00:00:00.000Z`) - STANDARD;
  return new Date(midnight - (chinaOffset(midnight) - STANDARD)).toISOString();
};

/** Whether something happened before 24:00 of the day of something else. */
export const isBeforeEndOfDay = (instant: string, other: string): boolean =>
  Date.parse(instant) < Date.parse(endOfDay(other));
