import type { Command } from 'commander';
import { EXIT, Failed } from './failed.js';
import { printRows, type Output } from './output.js';

const WHERE = 'a folder of keys, or postgres://… 密钥目录或 postgres://…';

/** `sifang keys`: the keys of personal data. */
export const addKeys = (program: Command, output: () => Output): void => {
  const keys = program.command('keys').description('the keys of personal data 个人信息密钥');
  keys
    .command('copy')
    .description(
      'carry all keys to another place, under the same master key; run it again to go on 将全部密钥复制到另一处（主密钥不变），可重复执行',
    )
    .requiredOption('--from <where>', `where they are 源: ${WHERE}`)
    .requiredOption('--to <where>', `where they go 目标: ${WHERE}`)
    .action(async ({ from, to }: { from: string; to: string }) => {
      if (from === to) throw new Failed('source and target are the same 源与目标相同', EXIT.usage);
      const { keysCopy } = await import('./keys-copy.js');
      printRows([await keysCopy(from, to)], output());
    });
  keys
    .command('verify')
    .description(
      'look for the key, or its erasure, of everything that is sealed in the log 核对日志中每处密文的密钥或擦除记录',
    )
    .action(async () => {
      const { keysVerify } = await import('./keys-verify.js');
      const { wrong, ...row } = await keysVerify();
      printRows([...wrong.map((one) => ({ ...one })), { ...row, wrong: wrong.length }], output());
      if (wrong.length > 0) process.exitCode = EXIT.proofFailed;
    });
};
