import { codeOf, sifang } from './program.js';

sifang()
  .parseAsync()
  .catch(async (error: unknown) => {
    process.exitCode = await codeOf(error);
  });
