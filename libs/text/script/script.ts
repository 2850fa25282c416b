import { Converter } from 'opencc-js/t2cn';
import type { Traced } from '../traced.js';
import { isInGb2312 } from './character-sets.js';
import { scriptOf, type Script } from './judge.js';
import { protectedPlaces } from './protected.js';

// The Taiwan table knows what the plain one knows, and turns 隨著 into 随着 besides. The package's own types name each other in a
// way that Node's resolution does not follow, so what it makes is stated here.
const convert = Converter({ from: 'tw', to: 'cn' }) as (text: string) => string;

/** What a Traditional text means by a character that a Simplified one has, too; 么 is never the 幺 that the table makes of it. */
const ALWAYS_KEPT = '么';

const charByChar = (text: string): string => {
  const instead = convert(text);
  return [...instead].length === [...text].length ? instead : [...text].map((char) => convert(char)).join('');
};

/** A character alone, as Simplified text has it; a few go through another one: 薴 by 苧 to 苎. */
export const simplifiedChar = (char: string): string => {
  const now = convert(char);
  return now === char ? char : simplifiedChar(now);
};

const isConverted = (char: string): boolean => convert(char) !== char;

const convertedSentence = (sentence: string, script: Script): string => {
  const after = [...charByChar(sentence)];
  const spared = protectedPlaces(sentence);
  let unit = 0;
  return [...sentence]
    .map((char, index) => {
      const place = unit;
      unit += char.length;
      if (char === ALWAYS_KEPT) return char;
      const keeps = isInGb2312(char) && (script !== 'traditional' || spared.has(place));
      return keeps ? char : (after[index] ?? char);
    })
    .join('');
};

const once = (text: string, otherwise: Script): string => {
  const whole = scriptOf(text, isConverted);
  return text.replace(/[^。！？!;；\n]+/gu, (sentence) => {
    const own = scriptOf(sentence, isConverted);
    if (own !== 'unclear') return convertedSentence(sentence, own);
    return convertedSentence(sentence, whole === 'unclear' ? otherwise : whole);
  });
};

/**
 * Mainland Simplified forms for what is Traditional, sentence by sentence; where a sentence does not show its script, the text around
 * it does. Each character of GB 2312 stays in a Simplified sentence, and names and words that keep one keep it anywhere (顯著, 乾安).
 * Doing it twice changes nothing.
 */
export const simplified = (text: string, otherwise: Script = 'unclear'): string => {
  const now = once(text, otherwise);
  // A few characters go through another one: 薴 by 苧 to 苎.
  return now === text ? text : simplified(now);
};

/** Simplifies a text without losing places, and says how many characters changed. */
export const simplifiedTraced = (from: Traced): { readonly to: Traced; readonly count: number } => {
  const before = [...from.text];
  const after = [...simplified(from.text)];
  const origins: number[] = [];
  let unit = 0;
  for (const [index, char] of before.entries()) {
    const width = after[index]?.length ?? 0;
    for (let i = 0; i < width; i++) origins.push(from.origins[unit + Math.min(i, char.length - 1)] ?? 0);
    unit += char.length;
  }
  const count = after.filter((char, index) => char !== before[index]).length;
  return { to: { text: after.join(''), origins }, count };
};
