import { simplified } from './script/script.js';
import { rewrite, traced } from './traced.js';
import { narrowed } from './width.js';

const OMITTED = /[“”‘’「」『』"'\s]/g;

/** A quote as it stands, in the one form of width, and in Simplified script: as its own sentence, and as part of a Traditional text. */
const FORMS: readonly ((quote: string) => string)[] = [
  (quote) => quote,
  narrowed,
  (quote) => narrowed(simplified(quote)),
  (quote) => narrowed(simplified(quote, 'traditional')),
];

/**
 * Where a text says this, quotation marks and spaces aside; the quote may be Traditional or full-width. What is cut from the text
 * itself is always found.
 */
export const locate = (text: string, quote: string): { readonly from: number; readonly to: number } | undefined => {
  const plain = rewrite(traced(text), OMITTED, () => '').to;
  for (const form of FORMS) {
    const wanted = form(quote).replace(OMITTED, '');
    const at = wanted === '' ? -1 : plain.text.indexOf(wanted);
    const from = plain.origins[at];
    const last = plain.origins[at + wanted.length - 1];
    if (from !== undefined && last !== undefined) return { from, to: last + 1 };
  }
  return undefined;
};
