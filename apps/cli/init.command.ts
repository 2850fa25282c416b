import { InvalidArgumentError, type Command } from 'commander';
import type { Founding } from './accounts/init.js';
import { printRows, type Output } from './output.js';

const text =
  (most: number) =>
  (given: string): string => {
    const said = given.trim();
    if (said === '' || [...said].length > most) throw new InvalidArgumentError(`1 to ${String(most)} characters 字符`);
    return said;
  };

/** `sifang init`: the first administrator of an empty log. */
export const addInit = (program: Command, output: () => Output): void => {
  program
    .command('init')
    .description(
      'make the first administrator of an empty log, and show a password for the first sign-in 为空日志设立首任系统管理员',
    )
    .requiredOption('--territory <name>', 'the place at the root of the tree 根地域名称', text(100))
    .option('--territory-en <name>', 'its English name 根地域英文名称', text(100))
    .option('--level <level>', 'how wide it is: nation, province, city, county, township … 层级', 'county')
    .requiredOption('--body <name>', 'the body that runs this 运行机构名称', text(200))
    .option('--body-en <name>', 'its English name 运行机构英文名称', text(200))
    .option('--kind <kind>', 'what kind of body it is 机构类别', 'department')
    .option('--post <title>', 'the post of the administrator 岗位名称 (系统管理员)', text(100))
    .option('--post-en <title>', 'its English title 岗位英文名称 (System administrator)', text(100))
    .requiredOption('--person <name>', 'who it is; kept encrypted 姓名（加密保存）', text(100))
    .option('--person-en <name>', 'their English name; kept encrypted, too 英文姓名（加密保存）', text(100))
    .requiredOption('--sign-in <name>', 'the name to sign in with 登录名')
    .action(async (named: Founding) => {
      const { init } = await import('./accounts/init.js');
      printRows([await init(named)], output());
    });
};
