// `npm run dev`: the API starts again when its sources change, and pages change while they are looked at. Both end with Ctrl-C.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { root } from './sources.mjs';

const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
/** What watches the API ends without it: both are ended together, as one group of processes, where there are such groups. */
const isGroup = process.platform !== 'win32';
const stdio = ['ignore', 'inherit', 'inherit'];
const api = spawn(process.execPath, [nest, 'start', 'api', '--watch'], { cwd: root, stdio, detached: isGroup });

const pages = await createServer({ configFile: join(root, 'apps/console/vite.config.mts'), clearScreen: false });
await pages.listen();
console.log(`Console with hot reload 控制台（热更新） ${pages.resolvedUrls?.local[0] ?? ''}`);

const end = () => void pages.close();
api.once('exit', end);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    if (isGroup) process.kill(-api.pid, signal);
    else api.kill(signal);
    end();
  });
