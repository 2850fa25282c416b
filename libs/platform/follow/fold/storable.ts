import type { AnyView } from '#kernel';
import { CannotFollow } from '../loop/cannot-follow.js';
import type { OwnedRow } from './view-change.js';

/** In JSON text: an escaped NUL, or half of a surrogate pair. No database takes these as text. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;
/** What is looked up by has to fit into an index entry, in any script. */
const LONGEST = 500;

/** Throws when a store would have to refuse the row: better one stream held back than the whole batch, for ever. */
export const checkStorable = (view: AnyView, { key, owner, text }: OwnedRow, row: object): void => {
  if (isUnstorable(text) || isUnstorable(JSON.stringify([key, owner]))) {
    throw new CannotFollow('the row holds a character that cannot be stored');
  }
  if (owner !== 'directory' && !/^$|\/$/.test(owner.territory)) {
    throw new CannotFollow('the territory path of the owner is not closed by a slash');
  }
  if (key.length > LONGEST) throw new CannotFollow('the key is too long to be looked up');
  const fields = row as Readonly<Record<string, unknown>>;
  const long = (view.indexes ?? []).find((field) => isLong(fields[field]));
  if (long !== undefined) throw new CannotFollow(`${long} is too long to be looked up`);
};

/** Most rows hold no such escape at all. */
const isUnstorable = (text: string): boolean => text.includes('\\u') && UNSTORABLE.test(text);

/** As JSON; most fields are short texts. */
const isLong = (value: unknown): boolean => {
  if (typeof value === 'string' && value.length < LONGEST / 6) return false;
  return JSON.stringify(value ?? null).length > LONGEST;
};
