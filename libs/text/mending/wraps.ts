import { linesOf, type Line } from '../lines.js';

/** Where a sentence, or a line that is one by itself, ends. */
const ENDS = /[。!？?;:…”’)》」】|]$/u;
/** How a paragraph, a heading, a signature or a date begins: nothing that goes on from the line before. */
const BEGINS =
  /^(?:[一二三四五六七八九十]{1,3}[、是要,]|\(|第[一二三四五六七八九十\d]+[条章节,、]|\d{1,2}[.、]|[①-⑳]|会议|附件|特此|联系|抄送|本报|[【[(“])/u;
const DATED = /^(?:\d{4} *年|[二一][〇零○O九]|\d{1,2}月\d{1,2}日)/u;
/** The opening of a report: its day, and what goes on. */
const OPENS = /^\d{1,2}月\d{1,2}日[上下中晚]?[^。]*,/u;
/** What a title ends with: alone in a line, it was cut off there. */
const TITLE_END = /^(?:会议|通知|通告|公告|通报|意见|方案|讲话|纪要|报告|决定|办法|规定)$/u;
const WIDTH = { least: 20, most: 60, slack: 3, lines: 3 };

/** The width at which a text was cut into lines, if it was: many lines of nearly the same length that end nowhere. */
const widthOf = (lines: readonly Line[]): number => {
  const open = lines.map(({ text }) => (ENDS.test(text) ? 0 : text.length));
  const width = Math.max(0, ...open);
  const full = open.filter((length) => length >= width - WIDTH.slack);
  return width >= WIDTH.least && width <= WIDTH.most && full.length >= WIDTH.lines ? width : Infinity;
};

const isTitleCut = (line: Line, next: Line): boolean => line.text.length >= 8 && TITLE_END.test(next.text);

/** Whether two lines of running text stand in one paragraph. */
const isBody = (line: Line, next: Line): boolean =>
  (line.text.includes('。') || OPENS.test(line.text)) && next.text.includes('。') && !DATED.test(next.text);

const goesOn = (line: Line, next: Line, width: number): boolean => {
  if (/^[,。、;:)”》]/u.test(next.text)) return true;
  if (ENDS.test(line.text)) return false;
  if (isTitleCut(line, next)) return true;
  if (BEGINS.test(next.text)) return false;
  return /[,、]$/.test(line.text) || isBody(line, next) || line.text.length >= width - WIDTH.slack;
};

/** The places of the line ends that stand in the middle of a sentence. */
export const brokenAt = (text: string): ReadonlySet<number> => {
  const lines = linesOf(text);
  const width = widthOf(lines);
  return new Set(
    lines
      .filter((line, index) => {
        const next = lines[index + 1];
        return next?.from === line.to + 1 && goesOn(line, next, width);
      })
      .map(({ to }) => to),
  );
};
