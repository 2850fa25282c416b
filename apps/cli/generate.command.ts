import { InvalidArgumentError, type Command } from 'commander';
import { printRows, type Output } from './output.js';

const atLeastOne = (text: string): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('a whole number 应为正整数');
  return Number(text);
};

/** `sifang generate`: an invented province, for trying things out at full size. */
export const addGenerate = (program: Command, output: () => Output): void => {
  program
    .command('generate')
    .description('fill an empty log with an invented province and a year of findings 向空日志写入虚构省份及一年的问题')
    .requiredOption('--events <number>', 'how many events 事件总数', atLeastOne)
    .option('--seed <text>', 'the same seed gives the same province 种子', '1')
    .action(async ({ events, seed }: { readonly events: number; readonly seed: string }) => {
      const { generate } = await import('./generate/generate.js');
      printRows([{ ...(await generate({ events, seed })) }], output());
    });
};
