import { asks } from '../clauses/duty.js';
import { numberOf } from '../clauses/number.js';
import { ownDays } from '../date/own-day.js';
import { linesOf, type Line } from '../lines.js';

/** A stretch of a file's text that is a document of its own. */
export interface Article {
  readonly from: number;
  readonly to: number;
}

const BYLINE = /记者|通讯员|编辑|来源|作者|供稿|审核|发布时间|联系(?:人|电话)/u;
const SIGNATURE = /(?:[部室局委府组办院处厅队站党校]|委员会|公司|中心|政府)$/u;
const TAIL = /^(?:附件|抄送|主送|特此|\(|【)/u;
/** The verbs of headlines. */
const HEADLINE =
  /强调|召开|部署|会议|关于|推进|做好|打赢|坚决|主持|调研|讲话|全力|扎实|守牢|举措|织密|筑牢|启动|开展|加强|抓好|压实|印发|检查|督导/u;
const RULER = /^[-=_*—─]{3,}$/u;
/** So many lines a headline may have, with its byline and date, before the body begins. */
const HEAD = 5;

const isBody = ({ text }: Line): boolean => text.includes('。');

const isHeadline = ({ text }: Line): boolean =>
  text.length >= 6 && text.length <= 80 && !/[。;:]$/u.test(text) && isTitled(text);

const isTitled = (text: string): boolean =>
  !text.includes('。') &&
  numberOf(text) === undefined &&
  ownDays(text).length === 0 &&
  !TAIL.test(text) &&
  !BYLINE.test(text);

/** How the body of an article begins: with its day, or with those whom it addresses. */
const opens = (line: Line): boolean => {
  if (/^(?:各|[^。,]{0,20}(?:人民政府|委|局|部门|单位))[^。]{0,60}:$/u.test(line.text)) return true;
  return isBody(line) && ownDays(line.text).some(({ shown }) => shown === 'opening' || shown === 'dateline');
};

/** Whether an article's headline stands here, and its body opens within a few lines. */
const beginsAt = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index];
  if (!line || !isHeadline(line) || SIGNATURE.test(line.text)) return false;
  const after = lines.slice(index + 1, index + 1 + HEAD);
  const body = after.findIndex((next) => opens(next) || isBody(next) || numberOf(next.text) !== undefined);
  const first = after[body];
  return first !== undefined && opens(first);
};

/** A headline at the very end, whose article the file does not hold. */
const isStray = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index];
  return (
    index === lines.length - 1 &&
    line !== undefined &&
    line.text.length >= 10 &&
    isHeadline(line) &&
    HEADLINE.test(line.text) &&
    !asks(line.text) &&
    !SIGNATURE.test(line.text)
  );
};

const startsAfterBody = (lines: readonly Line[], index: number): boolean =>
  beginsAt(lines, index) || isStray(lines, index);

/** The documents that a normalised text holds, in its order; one file may hold several (1.0). */
export const articlesIn = (text: string): readonly Article[] => {
  const lines = linesOf(text);
  const starts: number[] = [];
  let [body, ruled] = [false, true];
  for (const [index, line] of lines.entries()) {
    const begins = ruled || (body && startsAfterBody(lines, index));
    ruled = RULER.test(line.text);
    if (begins && !ruled) starts.push(line.from);
    body = (body && !begins) || isBody(line);
  }
  return starts.map((from, index) => ({ from, to: endOf(lines, starts[index + 1] ?? text.length) }));
};

/** The end of the last line before this place that is no ruler. */
const endOf = (lines: readonly Line[], before: number): number =>
  lines.findLast(({ from, text }) => from < before && !RULER.test(text))?.to ?? before;
