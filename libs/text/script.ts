import { Converter } from 'opencc-js/t2cn';
import type { Traced } from './traced.js';

// The Taiwan table knows what the plain one knows, and turns 隨著 into 随着 besides. The package's own types name each other in a
// way that Node's resolution does not follow, so what it makes is stated here.
const convert = Converter({ from: 'tw', to: 'cn' }) as (text: string) => string;

/** Mainland Simplified forms for Traditional ones; words that keep a character (乾坤) are known. Doing it twice changes nothing. */
export const simplified = (text: string): string => {
  const once = convert(text);
  // A few characters go through another one: 薴 by 苧 to 苎.
  return once === text ? text : simplified(once);
};

/** Simplifies a text without losing places, and says how many characters changed. */
export const simplifiedTraced = (from: Traced): { readonly to: Traced; readonly count: number } => {
  const before = [...from.text];
  const whole = [...simplified(from.text)];
  // A dictionary word that changed its length would shift every place after it: then character by character.
  const after = whole.length === before.length ? whole : before.map(simplified);
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
