import { isInBig5 } from './character-sets.js';

/** A text counts as Traditional while at most one of so many of its Han characters is foreign to Big5. */
const FOREIGN_AT_MOST = 1 / 20;

/** Where a text that is Traditional as a whole holds Han characters that no Traditional text has; nothing for other texts. */
export const foreignToTraditional = (text: string): readonly { readonly char: string; readonly at: number }[] => {
  const han = [...text.matchAll(/\p{Script=Han}/gu)].map(({ 0: char, index }) => ({ char, at: index }));
  const foreign = han.filter(({ char }) => !isInBig5(char));
  return foreign.length <= han.length * FOREIGN_AT_MOST ? foreign : [];
};
