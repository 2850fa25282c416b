const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** China keeps one time, UTC+8, without summer time. */
const OFFSET = 8 * 60 * MINUTE;

/** Whole minutes from one instant to another, rounded down; negative when the second came first. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE);

/** The instant that lies this many minutes after another. */
export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE).toISOString();

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

/** The calendar day of an instant in China: `2022-03-17`. */
export const dayOf = (instant: string): string => new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 10);

/** The instant at which an instant's day in China is over: 24:00 (事不过夜). */
export const endOfDay = (instant: string): string => {
  const local = Date.parse(instant) + OFFSET;
  return new Date(Math.floor(local / DAY) * DAY + DAY - OFFSET).toISOString();
};

/** Whether something happened before 24:00 of the day of something else. */
export const isBeforeEndOfDay = (instant: string, other: string): boolean =>
  Date.parse(instant) < Date.parse(endOfDay(other));
