import { pino, type DestinationStream, type Logger } from 'pino';
import { isError } from './failure/failure.js';
import { failureFields, type Fields } from './failure/failure-fields.js';
import { Repeats } from './failure/repeats.js';

/** The severities that LOG_LEVEL may name, from most to least talkative. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Structured lines on standard error: positions, ids and codes, never data that somebody typed. What was caught is handed over as
 * `error`, whole: the log itself leaves out what nobody may read.
 */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export const LOG = Symbol('Log');

interface Written {
  readonly to?: DestinationStream;
  /** Milliseconds of a clock that does not go back. */
  readonly now?: () => number;
}

const standardError = () => pino.destination({ fd: 2, sync: false });

/** The process's log. Standard output stays free for what a command answers. */
export const createLog = (
  level: LogLevel,
  { to = standardError(), now = () => performance.now() }: Written = {},
): Log => {
  const repeats = new Repeats(now);
  return pino(
    {
      level,
      base: null,
      hooks: {
        logMethod([first, message = '', ..._], method) {
          const given: unknown = first;
          if (typeof given !== 'object' || given === null) {
            method.call(this, String(given));
            return;
          }
          const fields = failureFields(isError(given) ? { error: given } : (given as Fields), message, repeats);
          if (fields) method.call(this, fields, message);
        },
      },
    },
    to,
  );
};
