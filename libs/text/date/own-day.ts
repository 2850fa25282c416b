import { linesOf, type Line } from '../lines.js';
import { namedDays, type PlacedDay } from './stated-day.js';

/** How a text shows the day that is its own: by a line that holds nothing else, a label, a dateline, or its opening words. */
export type DayShown = 'dateLine' | 'label' | 'dateline' | 'opening';

/** A day that a notice gives as its own. */
export interface OwnDay extends PlacedDay {
  readonly shown: DayShown;
}

/** So many lines from the head or the end may hold the line with the date. */
const NEAR = { head: 8, end: 12 };
const LABEL = /^[([【]?(?:(?:发布|发文|成文|印发|发稿|签发|公布|会议|召开)?(?:时间|日期)|时间和地点)[:： ]/;
/** 本报讯(记者…)3月12日, / 新华社北京3月17日电 / 广西新闻网3月31日讯. */
const DATELINE = /^[([【]?[^。,;:]{0,30}?(?:讯|电|消息)?[)\]】]?(?:\([^()]{0,30}\))?[ :]*$/u;
const AFTER_DATELINE = /^[^。,;]{0,6}[讯电](?![话视力子台梯气])/;
const OPENING = /^[^。,;:]{0,12}(?:[讯电消息报][)\]】]?|\([^()]{0,30}\)) *$/u;

const dayIn = ({ text, from }: Line): PlacedDay | undefined => {
  const [first] = namedDays(text);
  return first && { ...first, from: from + first.from, to: from + first.to };
};

/** A line that is a date, with brackets and spaces at most, or the signature before it or the word for printing behind it. */
const isDateLine = ({ text }: Line, { from, to }: PlacedDay): boolean => {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  return (
    /^(?:[\p{Script=Han}\w()〔〕、· ]{0,40}(?:[部室局委府组会办院心司处厅队站党校]|\)) *|[([【 ]*)$/u.test(before) &&
    !/[第按根据自从至到]/.test(before) &&
    /^[)\]】 ]*(?:印发|发布|发|星期[一二三四五六日天])?[)\]】 ]*(?:\d{1,2}:\d{2}.*)?$/u.test(after)
  );
};

const opens = (before: string, after: string): boolean =>
  (before === '' || OPENING.test(before)) && /[。,]/.test(after);

const shownBy = (line: Line, day: PlacedDay): DayShown | undefined => {
  const [before, after] = [line.text.slice(0, day.from), line.text.slice(day.to)];
  if (isDateLine(line, day)) return 'dateLine';
  if (LABEL.test(line.text) && !before.includes('。')) return 'label';
  if (AFTER_DATELINE.test(after) && DATELINE.test(before)) return 'dateline';
  return opens(before, after) ? 'opening' : undefined;
};

const own = (line: Line): readonly OwnDay[] => {
  const [day] = namedDays(line.text);
  const place = dayIn(line);
  const shown = day && shownBy(line, day);
  return place && shown ? [{ ...place, shown }] : [];
};

/** The days that a normalised text gives as its own, in its order: near its head or end, or where its body opens. */
export const ownDays = (text: string): readonly OwnDay[] => {
  const lines = linesOf(text);
  const body = lines.findIndex((line) => /[。;]/.test(line.text));
  return lines.flatMap((line, index) => {
    const near = index < NEAR.head || index >= lines.length - NEAR.end;
    return own(line).filter(({ shown }) => (shown === 'opening' ? index === body : near));
  });
};
