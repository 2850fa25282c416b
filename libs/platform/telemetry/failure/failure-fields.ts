import { failureOf, inShort, isError } from './failure.js';
import type { Repeats } from './repeats.js';

export type Fields = Readonly<Record<string, unknown>>;

/** Facts that say what it is that fails; others, such as places in the log, change from one time to the next. */
const NAMES_IT = ['follower', 'policy', 'timer', 'stream', 'context'];

/** Nothing thrown is written as it is, under whatever name it comes. */
const made = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isError(value) ? failureOf(value) : value]));

/**
 * The fields of a line with what may be said of a failure among them; undefined for one that is only counted. Somebody may ask for a
 * line by its number: it is written each time, but in short.
 */
export const failureFields = (fields: Fields, message: string, repeats: Repeats): Fields | undefined => {
  if (!('error' in fields)) return made(fields);
  const error = failureOf(fields['error']);
  const counted = repeats.count(JSON.stringify([message, ...NAMES_IT.map((name) => fields[name])]), error);
  if (counted === 'first') return { ...made(fields), error };
  if (!counted.isDue && !('correlationId' in fields)) return undefined;
  return { ...made(fields), times: counted.times, error: inShort(error) };
};
