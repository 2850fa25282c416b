import type { Command } from 'commander';
import { EXIT } from './failed.js';
import { printRows, type Output } from './output.js';

/** `sifang evidence`: the files that prove something. */
export const addEvidence = (program: Command, output: () => Output): void => {
  const evidence = program.command('evidence').description('files of evidence 证据材料');
  evidence
    .command('verify')
    .description('compare every kept file with what the log says it was 逐一校验证据材料与日志所记摘要')
    .option('--all', 'list whole files too 同时列出完好的文件')
    .action(async ({ all }: { all?: boolean }) => {
      const { evidenceVerify } = await import('./evidence-verify.js');
      const rows = await evidenceVerify();
      const flawed = rows.filter(({ found }) => found !== 'whole');
      const whole = { evidence: 'all others 其余', found: `${String(rows.length - flawed.length)} whole 完好` };
      printRows(all ? rows.map((row) => ({ ...row })) : [...flawed.map((row) => ({ ...row })), whole], output());
      if (flawed.length > 0) process.exitCode = EXIT.proofFailed;
    });
};
