import type { Command } from 'commander';
import { EXIT, Failed } from './failed.js';
import { printRows, type Output } from './output.js';

const MOST = 1_000;
const DAY = 24 * 60 * 60_000;

const momentOf = (since: string | undefined): Date => {
  const moment = since === undefined ? new Date(Date.now() - DAY) : new Date(since);
  if (!Number.isNaN(moment.getTime())) return moment;
  throw new Failed(`"${String(since)}" is no instant 不是时刻: 2026-01-05T08:00:00+08:00`, EXIT.usage);
};

const mostOf = (most: string): number => {
  if (/^[1-9]\d{0,5}$/.test(most)) return Number(most);
  throw new Failed(`"${most}" is no number from 1 to 999999 须为 1 到 999999 的数字`, EXIT.usage);
};

/** `sifang security`: what happened at the door and within. */
export const addSecurity = (program: Command, output: () => Output): void => {
  const security = program.command('security').description('what happened at the door and within 安全日志');
  security
    .command('log')
    .description(
      'the newest entries since a moment, oldest first; ids, counts and codes only 查看安全日志（不含个人信息）',
    )
    .option('--since <instant>', 'since when; a day ago if left out 起始时刻，默认一天前: 2026-01-05T08:00:00+08:00')
    .option('--most <number>', 'how many at most 最多条数', String(MOST))
    .action(async ({ since, most }: { since?: string; most: string }) => {
      const { securityLog } = await import('./security-log.js');
      printRows(await securityLog(momentOf(since), mostOf(most)), output());
    });
};
