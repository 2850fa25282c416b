import { simplified } from './script.js';
import { rewrite, traced } from './traced.js';
import { narrowed } from './width.js';

const OMITTED = /[“”‘’「」『』"'\s]/g;

/** Where a normalised text says this, quotation marks and spaces aside; the quote may be Traditional or full-width. */
export const locate = (text: string, quote: string): { readonly from: number; readonly to: number } | undefined => {
  const plain = rewrite(traced(text), OMITTED, () => '').to;
  const wanted = narrowed(simplified(quote)).replace(OMITTED, '');
  const at = wanted === '' ? -1 : plain.text.indexOf(wanted);
  const from = plain.origins[at];
  const last = plain.origins[at + wanted.length - 1];
  return from === undefined || last === undefined ? undefined : { from, to: last + 1 };
};
