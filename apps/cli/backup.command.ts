import type { Command } from 'commander';
import { printRows, type Output } from './output.js';

/** `sifang backup` and `sifang restore`: the bundled PostgreSQL. A server of one's own: infra/backup.md. */
export const addBackup = (program: Command, output: () => Output): void => {
  program
    .command('backup')
    .argument('<folder>', 'a new folder for it 新目录')
    .description('back up the bundled database of DATA_DIR, also while the API runs 备份内置数据库，无需停机')
    .option(
      '--with-keys',
      'also the keys of personal data: by default they are left out, for a copy of them brings erased data back 同时备份个人数据密钥',
    )
    .action(async (folder: string, { withKeys = false }: { withKeys?: boolean }) => {
      const { takeBackup } = await import('./backup.js');
      printRows([await takeBackup(folder, withKeys)], output());
    });
  program
    .command('restore')
    .argument('<folder>', 'of a backup 备份目录')
    .description(
      'make an empty DATA_DIR from a backup; the log is checked before it can be used 从备份恢复到空的 DATA_DIR',
    )
    .option('--verify', 'check every event of the log (the default) 逐条检查日志（默认）', true)
    .option('--no-verify', 'only count the events: faster, where every minute counts 只核对事件数')
    .action(async (folder: string, { verify }: { verify: boolean }) => {
      const { restoreBackup } = await import('./backup.js');
      printRows([await restoreBackup(folder, verify)], output());
    });
};
