// `npm run dev`: the API starts again when its sources change, and pages change while they are looked at. Both end with Ctrl-C.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { root } from './sources.mjs';

const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
const api = spawn(process.execPath, [nest, 'start', 'api', '--watch'], { cwd: root, stdio: 'inherit' });

const pages = await createServer({ configFile: join(root, 'apps/console/vite.config.mts'), clearScreen: false });
await pages.listen();
console.log(`Console with hot reload 控制台（热更新） ${pages.resolvedUrls?.local[0] ?? ''}`);

const end = () => void pages.close();
api.once('exit', end);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    api.kill(signal);
    end();
  });
