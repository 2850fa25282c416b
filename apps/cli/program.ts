import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands.js';
import { EXIT, Failed } from './failed.js';
import type { Output } from './output.js';

const EXIT_CODES = `
Exit codes 退出码
  0 ok 成功   1 failed 失败   2 wrong usage 用法错误   3 warnings only 仅有警告   4 proof failed 验证失败`;

/** Every command, ready to be asked. Throws what a command throws. */
export const sifang = (): Command => {
  const program = new Command('sifang')
    .description('Sifang 四方 on the command line')
    .option('--json', 'print JSON 输出 JSON')
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError()
    .exitOverride();
  const output = (): Output => ({ isJson: program.opts<{ json?: boolean }>().json ?? false });
  for (const add of COMMANDS) add(program, output);
  return program;
};

/** The exit code for what a command threw, once it is printed; a stack trace is for our own faults. */
export const codeOf = async (error: unknown): Promise<number> => {
  // What was printed says it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  // Not before it is needed: help comes at once.
  const { operatorFailure } = await import('./operator-failure.js');
  const { failureText } = await import('#platform/telemetry');
  console.error(operatorFailure(error) ?? failureText(error));
  return error instanceof Failed ? error.exitCode : EXIT.failed;
};
