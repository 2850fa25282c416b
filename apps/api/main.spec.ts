import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { startNode, type NodeProcess } from '../../test/support/node-process.js';
import { removeFolder, temporaryFolder } from '../../test/support/temporary-folder.js';

// The whole program starts here, on machines that may be busy.

const run = (environment: NodeJS.ProcessEnv): NodeProcess => {
  const { PATH, TMPDIR } = process.env;
  return startNode('apps/api/main.ts', [], { env: { PATH, TMPDIR, PORT: '0', LOG_LEVEL: 'silent', ...environment } });
};

describe('a start that cannot work', () => {
  const ends = async (environment: NodeJS.ProcessEnv) => {
    const { ended, lines } = run(environment);
    return { code: await ended, lines: [...lines] };
  };

  it('tells each wrong setting in one line, with exit code 1', async () => {
    expect(await ends({ PORT: 'x', LOG_LEVEL: 'loud' })).toEqual({
      code: 1,
      lines: [
        'PORT must be a number from 0 to 65535 (0: any free port) 须为 0 到 65535 的数字（0：任意空闲端口）',
        'LOG_LEVEL must be one of trace, debug, info, warn, error, silent 须为上列级别之一',
      ],
    });
  });

  it('tells a database that does not answer in one line', async () => {
    const { code, lines } = await ends({ DATABASE_URL: 'postgres://app@127.0.0.1:1/sifang' });

    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^DATABASE_URL: no connection to app@127\.0\.0\.1:1\/sifang.*\p{Script=Han}/u),
    ]);
  });
});

describe('the running program', () => {
  const dataDir = temporaryFolder();
  afterAll(() => removeFolder(dataDir));

  const addressIn = (line: string) => /http:\S+/.exec(line)?.[0] ?? '';

  it.each(['SIGTERM', 'SIGINT'] as const)('answers, and ends with exit code 0 at %s', async (signal) => {
    const { line, child, ended } = run({ DATA_DIR: dataDir });
    const health = await fetch(addressIn(await line(/Health/)), { keepalive: true });
    expect(health.status).toBe(200);
    await health.text();
    child.kill(signal);

    expect(await ended).toBe(0);
  });

  it('says which port is taken, and closes its database', async () => {
    const first = run({ DATA_DIR: dataDir });
    const { port } = new URL(addressIn(await first.line(/GraphQL/)));
    const second = run({ DATA_DIR: dataDir, PORT: port });

    expect(await second.ended).toBe(1);
    expect(second.lines).toEqual([`port ${port} is taken: set PORT to another one 端口被占用，请将 PORT 改为其他端口`]);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});

describe("on a server of the operator's own", () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('runs with both addresses and leaves the server alone', async () => {
    const { applicationUrl: DATABASE_URL, ownerUrl: DATABASE_MIGRATION_URL } = database;
    const DATA_DIR = temporaryFolder();
    mkdirSync(join(DATA_DIR, 'keys'), { mode: 0o755 });
    const { line, child, ended } = run({ DATABASE_URL, DATABASE_MIGRATION_URL, DATA_DIR });
    expect(await line(/ready in/)).toMatch(/^Sifang is ready in \d+ ms/);
    // What the operator should see to, though it runs.
    expect(await line(/Warning/)).toMatch(/keys can be read by others 可被他人读取/);
    child.kill('SIGTERM');

    expect(await ended).toBe(0);
    removeFolder(DATA_DIR);
  });
});
