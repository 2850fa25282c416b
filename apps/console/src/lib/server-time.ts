/** How far the clock of this machine is behind the server's, and behind the log's: a log of stories and trials has its own. */
let behindServerMs = 0;
let behindLogMs = 0;

/** Takes both times from an answer of the server. Where it does not tell the log's, that is its own. */
export const hearServerTime = ({ headers }: Pick<Response, 'headers'>): void => {
  const here = Date.now();
  const [server = NaN, log = NaN] = ['date', 'sifang-time'].map((name) => Date.parse(headers.get(name) ?? '') - here);
  if (Number.isNaN(server)) return;
  behindServerMs = server;
  behindLogMs = Number.isNaN(log) ? server : log;
};

/** What time it is by the log: ages and deadlines are told by that clock. */
export const now = (): Date => new Date(Date.now() + behindLogMs);

/** What time it is by the server's own clock: sessions and tokens end by that one. */
export const serverNow = (): Date => new Date(Date.now() + behindServerMs);

/** Two clocks that go alike are never that far apart. */
const OTHER_CLOCK_MS = 60_000;

/** A moment by the clock of this machine, as the log tells it: another one only where the log has a clock of its own. */
export const byLog = (at: string): string => {
  const ahead = behindLogMs - behindServerMs;
  return Math.abs(ahead) < OTHER_CLOCK_MS ? at : new Date(Date.parse(at) + ahead).toISOString();
};

/** From here on the times that somebody enters by their own clock would mislead. */
export const HONEST_MINUTES = 2;

/** By how much the clocks of this machine and of the server differ, in whole minutes. */
export const minutesApart = (): number => Math.trunc(Math.abs(behindServerMs) / 60_000);
