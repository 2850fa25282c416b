import { isInBig5, isInGb2312 } from './character-sets.js';

/** Which script a stretch of text is in; `unclear` where each of its characters belongs to both. */
export type Script = 'traditional' | 'simplified' | 'unclear';

const HAN = /\p{Script=Han}/u;

/** Judges by the characters that only one of the two scripts has. */
export const scriptOf = (text: string, isConverted: (char: string) => boolean): Script => {
  let balance = 0;
  for (const char of text) {
    if (!HAN.test(char)) continue;
    if (isInGb2312(char)) balance -= isInBig5(char) ? 0 : 1;
    else if (isConverted(char)) balance += 1;
  }
  if (balance === 0) return 'unclear';
  return balance > 0 ? 'traditional' : 'simplified';
};
