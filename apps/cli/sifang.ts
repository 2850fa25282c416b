import { codeOf, sifang } from './program.js';

/** What nobody caught says no more than what was. */
process.on('uncaughtException', (error: unknown) => {
  void codeOf(error).then((code) => process.exit(code));
});

sifang()
  .parseAsync()
  .catch(async (error: unknown) => {
    process.exitCode = await codeOf(error);
  });
