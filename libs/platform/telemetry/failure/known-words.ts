import { WORDS } from './words.js';

/** What may stand around a known word. */
const TOKEN = /^["'([{<]*(.*?)["')\]}>.,:;!?]*$/u;
/** Longer ones may be numbers of people or things. */
const SHORT_NUMBER = /^\d{1,5}$/;
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}(:\d{1,5})?$/;
const MOST_TOKENS = 80;
const LEFT_OUT = '…';

const isWord = (text: string): boolean =>
  WORDS.has(text) ||
  SHORT_NUMBER.test(text) ||
  ADDRESS.test(text) ||
  (text.includes('-') && text.split('-').every((part) => WORDS.has(part)));

const isKnown = (token: string): boolean => {
  const core = TOKEN.exec(token)?.[1] ?? '';
  return core !== '' && isWord(core.toLowerCase());
};

/** A message with nothing in it but words that are known: one sign stands for each run of others. */
export const knownWords = (message: string): string =>
  message
    .split(/\s+/)
    .slice(0, MOST_TOKENS)
    .map((token) => (isKnown(token) ? token : LEFT_OUT))
    .filter((token, n, all) => token !== LEFT_OUT || all[n - 1] !== LEFT_OUT)
    .join(' ');
