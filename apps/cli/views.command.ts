import type { Command } from 'commander';
import { printRows, type Output } from './output.js';

/** `sifang views`: what the read models are doing. */
export const addViews = (program: Command, output: () => Output): void => {
  const views = program.command('views').description('the read models 读模型');
  views
    .command('status')
    .description('how far each view has come 各视图进度')
    .action(async () => {
      const { viewsStatus } = await import('./views-status.js');
      printRows(await viewsStatus(), output());
    });
};
