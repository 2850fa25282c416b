import { isOnCalendar } from '#time';
import { valueOf } from './numerals.js';

/** A day as a notice gives it; a year that the text does not state is not known, and nobody may assume one. */
export interface StatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A day, and where the text names it. */
export interface PlacedDay {
  readonly stated: StatedDay;
  readonly from: number;
  readonly to: number;
}

const HAN_DIGIT = '[〇零○O一二三四五六七八九]';
const SMALL = '[一二三四五六七八九十]{1,3}';
const DAYS = [
  /(?:(?<year>\d{4}) *年 *)?(?<![\d.])(?<month>\d{1,2}) *月 *(?<day>\d{1,2}) *日/gu,
  new RegExp(`(?:(?<year>${HAN_DIGIT}{4})年)?(?<month>${SMALL})月(?<day>${SMALL})[日号]`, 'gu'),
  /(?<![\d.-])(?<year>(?:19|20)\d\d)(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d.-])/gu,
];

const placed = ({ 0: words, index, groups = {} }: RegExpExecArray): PlacedDay => {
  const { year, month = '', day = '' } = groups;
  return {
    stated: { year: year === undefined ? null : valueOf(year), month: valueOf(month), day: valueOf(day) },
    from: index,
    to: index + words.length,
  };
};

/** Every day of the calendar that a normalised text names, in order: in digits, in Chinese numerals, or as 2022-03-17. */
export const namedDays = (text: string): readonly PlacedDay[] =>
  DAYS.flatMap((pattern) => [...text.matchAll(pattern)].map(placed))
    .filter(({ stated }) => isOnCalendar(stated))
    .sort((a, b) => a.from - b.from);
