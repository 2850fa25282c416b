/** A moment of the story's year, as the clock in China shows it, in milliseconds. */
const at = (day: string, time: string): number => Date.parse(`2024-${day}T${time}:00.000+08:00`);

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When places, bodies and appointments begin. */
export const FOUNDED = at('01-02', '08:00');
/** When the province's directive is issued, after its meeting. */
export const EVENING = at('01-08', '18:30');
/** Midnight before the first day of the year of findings. */
export const FIRST_DAY = at('01-10', '00:00');

/** 0 is Sunday, by the clock in China. */
const weekday = (instant: number): number => (Math.floor((instant - FIRST_DAY) / DAY) + 3) % 7;
/** How many days until somebody works again; none on working days. */
export const untilWork = (instant: number): number => ({ 0: 1, 6: 2 })[weekday(instant)] ?? 0;
