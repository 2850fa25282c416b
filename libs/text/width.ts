const BETWEEN = 0xfee0;

/** Full-width marks, digits and letters that have a half-width form; the question mark is apart (see `RULES`). */
export const WIDE = /[\uff01-\uff1e\uff20-\uff5e]/g;

/** The half-width form of every full-width character that has one. */
export const narrowed = (text: string): string =>
  text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - BETWEEN));
