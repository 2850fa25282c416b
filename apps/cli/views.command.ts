import type { Command } from 'commander';
import { printRows, type Output } from './output.js';

/** `sifang views`: what the read models are doing. */
export const addViews = (program: Command, output: () => Output): void => {
  const views = program.command('views').description('the read models 读模型');
  views
    .command('status')
    .description('each table of each view, and its lag in events (counted up to 1000) and seconds 各视图的进度与滞后')
    .action(async () => {
      const { viewsStatus } = await import('./views-status.js');
      printRows(await viewsStatus(), output());
    });
  views
    .command('rebuild <view>')
    .description(
      'build it anew beside the one that is read, then change over; broken off, it goes on next time 重建视图',
    )
    .action(async (name: string) => {
      const { viewsRebuild } = await import('./views-change.js');
      printRows([await viewsRebuild(name)], output());
    });
  views
    .command('rollback <view>')
    .description('let readers see the build before the last rebuild again 回退到上一次构建')
    .action(async (name: string) => {
      const { viewsRollback } = await import('./views-change.js');
      printRows([await viewsRollback(name)], output());
    });
  views
    .command('discard <view>')
    .description('remove what a rollback would go back to, also tables of earlier versions 删除旧构建及旧版本的表')
    .action(async (name: string) => {
      const { viewsDiscard } = await import('./views-change.js');
      printRows([await viewsDiscard(name)], output());
    });
};
