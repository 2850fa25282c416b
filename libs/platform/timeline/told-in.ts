import { isAnyId } from '#kernel';

const MOST = 200;
const INSTANT = /^\d{4}-\d\d-\d\dT/;
/** Words of a vocabulary, digests and codes have neither; what people write has. */
const WRITTEN = /[\s\u2e80-\u9fff]/u;

const isWritten = (value: unknown): value is string =>
  typeof value === 'string' && !isAnyId(value) && !INSTANT.test(value) && WRITTEN.test(value);

/** Every text in the data of an event, in the order of its fields. */
export const textsIn = (data: unknown): readonly string[] => {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
};

/** What an event says, in one line: the first thing that somebody wrote in it; nothing where nobody wrote anything. */
export const toldIn = (data: unknown): string | undefined => {
  const line = textsIn(data).find(isWritten)?.replace(/\s+/gu, ' ').trim();
  if (line === undefined) return undefined;
  const characters = [...line];
  return characters.length > MOST ? `${characters.slice(0, MOST - 1).join('')}…` : line;
};
