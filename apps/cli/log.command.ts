import { ClockCannotBeSet } from '#platform/log-tools';
import type { Command } from 'commander';
import { printRows, type Output } from './output.js';
import { EXIT, Failed } from './failed.js';

const WHERE =
  'postgres://…, esdb://…, esdb+discover://… or the data folder of a bundled PostgreSQL 或内置数据库的数据目录';

/** `sifang log`: the event log itself. */
export const addLog = (program: Command, output: () => Output): void => {
  const log = program.command('log').description('the event log 事件日志');
  log
    .command('copy')
    .description(
      'copy a log byte for byte, then compare every event; run it again to go on 逐字节复制日志并逐条比对，可续传',
    )
    .requiredOption('--from <where>', `the log to read 源日志: ${WHERE}`)
    .requiredOption(
      '--to <where>',
      'the log to write, as the owner of its schemas; empty, or a copy that broke off 目标日志',
    )
    .action(async ({ from, to }: { from: string; to: string }) => {
      if (from === to) throw new Failed('source and target are the same 源与目标相同', EXIT.usage);
      const { logCopy } = await import('./log-copy.js');
      tell(await logCopy(from, to), output());
    });
  log
    .command('verify')
    .description('check that every event is there, unchanged in itself 检查日志完整且自洽')
    .option('--url <where>', `another log than the server's own 其他日志: ${WHERE}`)
    .action(async ({ url }: { url?: string }) => {
      const { logVerify } = await import('./log-verify.js');
      tell(await logVerify(url), output());
    });
  log
    .command('test-clock')
    .description(
      'mark an empty log as one for stories and trials, for good: its time begins there 将空日志标记为演示日志（不可撤销），时间从此开始',
    )
    .requiredOption('--from <instant>', 'when it begins 起始时刻: 2025-01-02T08:00:00+08:00')
    .option('--url <where>', `another log than the server's own, as its owner 其他日志（以所有者身份）: ${WHERE}`)
    .action(async ({ from, url }: { from: string; url?: string }) => {
      const { startTestClock } = await import('./log-test-clock.js');
      const set = startTestClock(from, url).catch((error: unknown) => {
        if (!(error instanceof ClockCannotBeSet)) throw error;
        throw new Failed(`the clock of this log cannot be set 不能设定此日志的时钟: ${error.message}`);
      });
      printRows([await set], output());
    });
};

interface Told {
  readonly timeSteps: number;
  readonly events: number;
  readonly warnings?: number;
}

/** Times that step back are no damage where every writer has a clock of its own, but somebody should look at the clocks. */
const tell = (row: Told, output: Output): void => {
  printRows([{ ...row }], output);
  if (row.timeSteps > 0 || (row.warnings ?? 0) > 0) process.exitCode = EXIT.warnings;
};
