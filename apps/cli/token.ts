import { developmentKeys } from '#platform/identity';
import { tokenCommand } from './token-command.js';

// Words for people go to standard error; the token is the last line of standard output.
const { DATA_DIR: set = '' } = process.env;

tokenCommand(process.argv.slice(2), () => developmentKeys(set === '' ? '.data' : set)).then(
  ({ words, token, code }) => {
    console.error(words);
    if (token !== undefined) console.log(token);
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`No token: ${error instanceof Error ? error.message : 'unknown failure'}`);
    process.exitCode = 1;
  },
);
