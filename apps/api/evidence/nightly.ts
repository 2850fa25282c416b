const MINUTE = 60_000;
/** In China, whose clocks are never changed. */
const CHINA_MS = 8 * 60 * MINUTE;
const DAY_MS = 24 * 60 * MINUTE;
const AT_MS = 3 * 60 * MINUTE;

/** How long it is from a moment to the next three o'clock at night in China: hardly anybody works then. */
export const untilNight = (now: Date): number => {
  const ofDay = (now.getTime() + CHINA_MS) % DAY_MS;
  return (AT_MS - ofDay + DAY_MS) % DAY_MS || DAY_MS;
};

/** So many bytes a second are read at most, so that whoever does work at night is not held up. */
const BYTES_A_SECOND = 20 * 1024 * 1024;

/** How long to rest after so many bytes. */
export const restAfter = (bytes: number): number => Math.ceil((bytes * 1_000) / BYTES_A_SECOND);
