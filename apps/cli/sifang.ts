import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands.js';
import type { Output } from './output.js';
import { EXIT, Failed } from './failed.js';

const EXIT_CODES = `
Exit codes 退出码
  0 ok 成功   1 failed 失败   2 wrong usage 用法错误   3 warnings only 仅有警告   4 proof failed 验证失败`;

/** What was printed says it already; a stack trace is for our own faults. */
const codeOf = async (error: unknown): Promise<number> => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  // Not before it is needed: help comes at once.
  const { operatorFailure } = await import('./operator-failure.js');
  console.error(operatorFailure(error) ?? error);
  return error instanceof Failed ? error.exitCode : EXIT.failed;
};

const main = async (): Promise<void> => {
  const program = new Command('sifang')
    .description('Sifang 四方 on the command line')
    .option('--json', 'print JSON 输出 JSON')
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError()
    .exitOverride();
  const output = (): Output => ({ isJson: program.opts<{ json?: boolean }>().json ?? false });
  for (const add of COMMANDS) add(program, output);
  await program.parseAsync();
};

main().catch(async (error: unknown) => {
  process.exitCode = await codeOf(error);
});
