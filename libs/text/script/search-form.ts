import { simplifiedChar } from './script.js';

/** Where one character of Simplified text is written with several, the commonest: 显著 is found by 显着 as well. */
const SAME: Readonly<Record<string, string>> = { 著: '着', 乾: '干', 徵: '征', 藉: '借', 瞭: '了' };

const known = new Map<string, string>();

const folded = (char: string): string => {
  const before = known.get(char);
  if (before !== undefined) return before;
  const form = SAME[char] ?? simplifiedChar(char);
  known.set(char, form);
  return form;
};

/**
 * The form in which a name is looked for and found: both scripts, capitals or not, full width or half, alike. Character by character,
 * so that a part of a name has the form that it has within the whole.
 */
export const searchForm = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ')].map(folded).join('');
