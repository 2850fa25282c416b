import type { Range } from '#platform/evidence-files';

/**
 * The part of a file that is asked for: undefined for all of it, 'none' where it has no such part. Several parts at once are not
 * given; all of it is an answer to that, too. [RFC 9110, 14]
 */
export const rangeIn = (header: string | undefined, size: number): Range | undefined | 'none' => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  const asked = first === '' ? endingIn(last, size) : from(Number(first), last, size);
  return asked && asked.from >= asked.end ? 'none' : asked;
};

/** The last so many bytes. */
const endingIn = (last: string, size: number): Range | undefined =>
  last === '' ? undefined : { from: Math.max(0, size - Number(last)), end: size };

/** From a byte on, to another one where that is said; one before it makes no sense. */
const from = (first: number, last: string, size: number): Range | undefined => {
  if (last === '') return { from: first, end: size };
  return Number(last) < first ? undefined : { from: first, end: Math.min(size, Number(last) + 1) };
};
