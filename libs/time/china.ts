const HOUR = 3_600_000;
/** China's time of all years but those below. */
export const STANDARD = 8 * HOUR;

/** Summer time, by the instants at which it began and ended: each 02:00 of standard time on a Sunday. */
const SUMMERS: readonly (readonly [from: string, to: string])[] = [
  ['1986-05-03T18:00:00.000Z', '1986-09-13T17:00:00.000Z'],
  ['1987-04-11T18:00:00.000Z', '1987-09-12T17:00:00.000Z'],
  ['1988-04-16T18:00:00.000Z', '1988-09-10T17:00:00.000Z'],
  ['1989-04-15T18:00:00.000Z', '1989-09-16T17:00:00.000Z'],
  ['1990-04-14T18:00:00.000Z', '1990-09-15T17:00:00.000Z'],
  ['1991-04-13T18:00:00.000Z', '1991-09-14T17:00:00.000Z'],
];
const IN_MS = SUMMERS.map(([from, to]) => [Date.parse(from), Date.parse(to)] as const);

/** How far the clocks of China are ahead of UTC at an instant, in milliseconds: of Asia/Shanghai since 1949-10-01. */
export const chinaOffset = (ms: number): number =>
  IN_MS.some(([from, to]) => ms >= from && ms < to) ? STANDARD + HOUR : STANDARD;

/** What the clocks of China show at an instant, read as if it were UTC. */
const local = (instant: string): Date => {
  const ms = Date.parse(instant);
  return new Date(ms + chinaOffset(ms));
};

/** The calendar day of an instant in China: `2022-03-17`. */
export const dayOf = (instant: string): string => local(instant).toISOString().slice(0, 10);

/** An instant as the clocks of China show it, for people to read: `2022-03-17 19:30`. */
export const chinaTime = (instant: string): string => local(instant).toISOString().slice(0, 16).replace('T', ' ');
