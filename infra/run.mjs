// `npm run NAME`: builds when the sources have changed, then runs dist/apps/cli/NAME.js with the arguments that follow.
// Nothing but the program itself writes to standard output.
import { build } from './build.mjs';

const [name, ...rest] = process.argv.slice(2);
process.argv.splice(2, process.argv.length, ...rest);
await build();
await import(`../dist/apps/cli/${name}.js`);
