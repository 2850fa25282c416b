import type { Failure } from './failure.js';

/** Ids and counts in a text make no other failure of it. */
const withoutNumbers = (text = ''): string => text.replaceAll(/[0-9a-f-]*\d[0-9a-f-]*/g, '#');

/** What two failures have in common that are the same one again. */
export const signatureOf = (one: Failure): string => {
  const behind = [...(one.cause ? [one.cause] : []), ...(one.causes ?? [])].map(signatureOf);
  return JSON.stringify([one.name, one.code, withoutNumbers(one.message), one.frames?.[0], behind]);
};
