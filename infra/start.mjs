// `npm start`: builds when the sources have changed, then runs the API in this same process, so that signals reach it directly.
import { build } from './build.mjs';
import { buildConsoleIfPossible } from './console.mjs';

await build();
await buildConsoleIfPossible();
// By a name of its own: it is not there before the build, and checks look for what is imported.
const program = '../dist/apps/api/main.js';
await import(program);
