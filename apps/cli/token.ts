import { developmentKeys } from '#platform/identity';
import { failureLine } from '#platform/telemetry';
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
    console.error(`No token: ${failureLine(error)}`);
    process.exitCode = 1;
  },
);
