import { BadCursor } from '#platform/views';

/** A place in a list: newest first, by the position at which a key appeared. */
export interface Place {
  readonly born: bigint;
  readonly key: string;
}

/** No key holds a control character, and no database would take one. */
const FORM = /^1 ([a-z0-9_]+) (0|[1-9]\d{0,17}) (\P{Cc}+)$/u;

/** The form of the cursor, the view, and the place, so that none of them can be taken for another. */
export const cursorOf = (view: string, { born, key }: Place): string =>
  Buffer.from(`1 ${view} ${String(born)} ${key}`).toString('base64url');

/** The place behind a cursor. Throws BadCursor for text that is none, or one of another view. */
export const placeOf = (view: string, cursor: string): Place => {
  const [, name, born, key] = FORM.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const place = born !== undefined && key !== undefined ? { born: BigInt(born), key } : undefined;
  if (!place || name !== view || cursorOf(view, place) !== cursor) throw new BadCursor(view);
  return place;
};
