import type { Failed, Report } from './load.js';

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

/** One line for each step that was not taken: its name, the code, the way to the field, the sentence. */
const failedLine = ({ step, code, message, path }: Failed): string =>
  `✗ ${step.name}: ${code}${path.length > 0 ? ` at ${path.join('.')}` : ''}: ${message}`;

const summary = ({ added, held, failed, head }: Report): string => {
  if (failed.length > 0) {
    return `${counted(failed.length, 'step')} not taken, ${String(added)} new, ${String(held)} there already 未完成 ${String(failed.length)} 步`;
  }
  if (added === 0) {
    return `Nothing changed: all ${counted(held, 'step')} are in the log already, which ends at ${head.after ?? 'its start'} as before 无变化：全部 ${String(held)} 步均已入日志`;
  }
  return `The demo jurisdiction is loaded: ${counted(added, 'step')} new, ${String(held)} there already 演示辖区已载入：新增 ${String(added)} 步`;
};

/** A step keeps the id of its command whatever its words are: the log has it with others. */
const isToldOtherwise = ({ failed }: Report): boolean => failed.some(({ code }) => code === 'COMMAND_ID_REUSED');

const OTHERWISE =
  'This log holds the demo in another language, or by another release: it is told once 此日志已用另一语言（或由另一版本）载入演示，不再载入';

/** What to tell the reader, line by line, and the exit code. */
export const loadSummary = (report: Report): { readonly lines: readonly string[]; readonly exitCode: 0 | 1 } => ({
  lines: [...report.failed.map(failedLine), summary(report), ...(isToldOtherwise(report) ? [OTHERWISE] : [])],
  exitCode: report.failed.length > 0 ? 1 : 0,
});
