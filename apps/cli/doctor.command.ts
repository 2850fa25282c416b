import type { Command } from 'commander';
import { EXIT } from './failed.js';
import { printRows, type Output } from './output.js';

/** `sifang doctor`: what an operator can get wrong. */
export const addDoctor = (program: Command, output: () => Output): void => {
  program
    .command('doctor')
    .description(
      'look at machine, database, log and keys, and say what to do 检查本机、数据库、日志与密钥，并说明如何处理',
    )
    .option('--backup <folder>', 'how old the backup in it is, too 同时检查该备份的时间')
    .action(async (options: { backup?: string }) => {
      const { doctor } = await import('./doctor/doctor.js');
      const { worst } = await import('../api/doctor/findings.js');
      const findings = await doctor(options);
      printRows(
        findings.map((one) => ({ ...one })),
        output(),
      );
      process.exitCode = { ok: EXIT.ok, warning: EXIT.warnings, failed: EXIT.failed }[worst(findings)];
    });
};
