import type { Command } from 'commander';
import { printRows, type Output } from './output.js';

const ACTING = `
An administrator acts: SIFANG_NAME and SIFANG_PASSWORD, or asked at the terminal; never as arguments.
由系统管理员执行：通过 SIFANG_NAME、SIFANG_PASSWORD 或在终端输入，不作为参数。`;

const POST = ['--post <id>', 'in which post you act, where you hold several 以哪个岗位执行'] as const;

/** `sifang account`: who can sign in. */
export const addAccounts = (program: Command, output: () => Output): void => {
  const accounts = program.command('account').description('who can sign in 登录账号').addHelpText('after', ACTING);
  accounts
    .command('add')
    .description('let a person sign in, and show a password for the first time; broken off, run it again 开通账号')
    .requiredOption('--person <id>', 'whose account 人员编号')
    .requiredOption('--sign-in <name>', 'the name to sign in with 登录名')
    .option(...POST)
    .action(async (asked: { person: string; signIn: string; post?: string }) => {
      const { addAccount } = await import('./accounts/account.js');
      printRows([await addAccount(asked)], output());
    });
  accounts
    .command('list')
    .description('who can sign in, and who is shut or locked out 账号列表')
    .option(...POST)
    .action(async (asked: { post?: string }) => {
      const { listAccounts } = await import('./accounts/account.js');
      printRows(await listAccounts(asked), output());
    });
  accounts
    .command('reset <name>')
    .description('end their sessions and show a password for the next time 重置密码')
    .option(...POST)
    .action(async (name: string, asked: { post?: string }) => {
      const { resetAccount } = await import('./accounts/account.js');
      printRows([await resetAccount(name, asked)], output());
    });
  for (const [word, told] of [
    ['disable', 'shut somebody out, at once 停用账号'],
    ['enable', 'let somebody in again 恢复账号'],
    ['unpin', 'let the sign-in service name another of its people for this account 解除统一身份绑定'],
  ] as const) {
    accounts
      .command(`${word} <name>`)
      .description(told)
      .requiredOption('--reason <text>', 'why; kept encrypted 理由（加密保存）')
      .option(...POST)
      .action(async (name: string, asked: { reason: string; post?: string }) => {
        const { disableAccount, enableAccount, unpinAccount } = await import('./accounts/account.js');
        const acts = { disable: disableAccount, enable: enableAccount, unpin: unpinAccount };
        printRows([await acts[word](name, asked)], output());
      });
  }
  accounts
    .command('password')
    .description('choose another password of your own (SIFANG_NEW_PASSWORD, or asked) 修改本人密码')
    .action(async () => {
      const { ownPassword } = await import('./accounts/account.js');
      printRows([await ownPassword()], output());
    });
};
