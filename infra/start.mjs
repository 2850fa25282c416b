// `npm start`: builds when the sources have changed, then runs the API in this same process, so that signals reach it directly.
import { build } from './build.mjs';

await build();
await import('../dist/apps/api/main.js');
