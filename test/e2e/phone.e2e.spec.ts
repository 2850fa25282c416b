import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asked } from '../support/asked-by-https.js';
import { startNode } from '../support/node-process.js';
import { blocksRunBy } from '../support/readme.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

const HERE = 'test/e2e/phone.e2e.spec.ts';
const there = ['bash', 'openssl'].every((tool) => spawnSync(tool, ['version']).error === undefined);
if (!there) console.warn('skipped: HTTPS by the words of the README needs bash and openssl');

/** A port of which somebody has to know before the server is there. */
const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
};

describe('on a network', () => {
  const cwd = temporaryFolder();
  afterAll(() => {
    removeFolder(cwd);
  });

  const [block] = blocksRunBy(HERE);
  const { PATH, TMPDIR, HOME } = process.env;

  (there ? it : it.skip)('goes as README says, in both languages: HTTPS, and pages of its own', async () => {
    expect(blocksRunBy(HERE, 'README.zh-CN.md').map(({ text }) => text)).toEqual([block?.text]);
    mkdirSync(join(cwd, '.data'));
    const port = await freePort();
    // What the last command would start with, one variable a line; no other host is asked here.
    const words = (block?.text ?? '').replace('192.168.1.20', '127.0.0.1').replace(':4000', `:${port}`);
    const script = words.replace('npm start', 'env');
    const run = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd,
      env: { PATH },
      encoding: 'utf8',
    });
    expect(run.status).toBe(0);
    const set: NodeJS.ProcessEnv = Object.fromEntries(
      [...run.stdout.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const),
    );
    expect(set).toMatchObject({ HOST: '0.0.0.0', NODE_ENV: 'production' });

    const server = startNode('apps/api/main.ts', [], {
      cwd,
      env: { ...set, TMPDIR, HOME, PORT: port, LOG_LEVEL: 'silent' },
    });
    const url = `https://127.0.0.1:${port}`;
    expect(await server.line(/GraphQL/)).toContain(`${url}/graphql`);
    const ca = readFileSync(join(cwd, '.data/cert.pem'), 'utf8');
    const knock = (origin: string) =>
      asked(`${url}/auth/sign-in`, { body: { name: 'a', password: 'b' }, headers: { origin }, ca });
    expect((await asked(`${url}/health/ready`, { method: 'GET', ca })).status).toBe(200);
    expect([(await knock(url)).status, (await knock(url.replace('https', 'http'))).status]).toEqual([401, 403]);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});
