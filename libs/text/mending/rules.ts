import { isFurniture } from './furniture.js';
import { isSyllable, PINYIN_LETTERS } from './pinyin.js';
import { narrowed, WIDE } from '../width.js';

/** One kind of harmless damage: how it is found and what belongs in its place. */
interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly instead: (match: string) => string;
}

const nothing = () => '';
const HAN = '\\p{Script=Han}';
const READING = new RegExp(`(?<=${HAN})\\([${PINYIN_LETTERS}]+\\)`, 'gu');
const BYLINE = `(?<=\\([^()\\n]{0,6}[记記]者 ?${HAN}{2,4})\\?(?=${HAN}{2,4}\\))`;

/** A space in a sentence, where one of its sides is too long for a name: lines of a page were cut there. */
const SPACE = new RegExp(
  `(?:(?<=${HAN}{5})(?<!第${HAN}{1,5}) +(?=${HAN})|(?<=${HAN})(?<!第${HAN}{1,5}) +(?=${HAN}{5}))(?![^()\\n]{0,40}\\))(?=[^\\n]{0,400}。)`,
  'gmu',
);

/** A sentence with a word of asking in it, or a particle right before the mark: its mark is no lost character. */
const ASKING =
  '(?:[吗嗎呢]|(?:为什么|為什麼|什么|什麼|怎么|怎麼|怎样|怎樣|如何|为何|為何|是否|哪[里裡些个個]|谁|誰|多少|' +
  `是不是|有没有|有沒有|能不能|会不会|會不會)[^。!?？\\n]{0,30}${HAN}{2})`;
const QUESTION = new RegExp(`(?<=${ASKING})\\?(?![?);,。_a-zA-Z])(?!${HAN}{0,3}[?_a-zA-Z])`, 'gu');

/**
 * The one form of punctuation is half-width, as in the notices themselves: `,;:!()` and ASCII digits and letters. Marks without
 * such a form (、。《》“”) stay, and so does the full-width question mark: a half-width one stands where a character was lost.
 */
export const RULES: readonly Rule[] = [
  { name: 'lineEnds', pattern: /\r\n?|[\u2028\u2029\u0085]/g, instead: () => '\n' },
  { name: 'marksOfBytes', pattern: /\ufeff|\u200b/g, instead: nothing },
  { name: 'widths', pattern: WIDE, instead: narrowed },
  { name: 'questions', pattern: QUESTION, instead: () => '？' },
  { name: 'wideSpaces', pattern: /[\u3000\u00a0\t]/g, instead: () => ' ' },
  { name: 'readings', pattern: READING, instead: (match) => (isSyllable(match.slice(1, -1)) ? '' : match) },
  { name: 'breadcrumbs', pattern: /^[^\n。,;>]{1,30}(?:>+[^\n。,;>]{1,60})+$/gm, instead: nothing },
  { name: 'inlineButtons', pattern: /加入 ?VIP ?免[费費]下[载載]/giu, instead: nothing },
  { name: 'webLines', pattern: /^[^\n。]{1,120}$/gm, instead: (line) => (isFurniture(line) ? '' : line) },
  { name: 'trailers', pattern: / *\|+ *$/gm, instead: nothing },
  { name: 'indents', pattern: /^ *\?{4}(?!\?) */gm, instead: nothing },
  { name: 'margins', pattern: /^ +| +$/gm, instead: nothing },
  { name: 'emptyLines', pattern: /\n{2,}|^\n|\n$/g, instead: (lines) => (lines.length > 1 ? '\n' : '') },
  { name: 'lostSpaces', pattern: new RegExp(BYLINE, 'gu'), instead: () => ' ' },
  { name: 'innerSpaces', pattern: SPACE, instead: nothing },
  { name: 'doubledMarks', pattern: /,+(?=[,。、;:])/g, instead: nothing },
];
