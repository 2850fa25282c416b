import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { PostgresEventStore } from '#platform/postgres';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openOwnKeys } from '../../api/keys/open-own-keys.js';
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database.js';
import { Pooler } from '../../../test/support/pooler/pooler.js';
import { query } from '../../../test/support/query.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { doctor } from './doctor.js';
import { worst } from '../../api/doctor/findings.js';
import { clock, standby } from '../../api/doctor/of-database.js';

describe('sifang doctor', () => {
  let database: FreshDatabase;
  let dataDir: string;
  beforeEach(async () => {
    database = await freshDatabase();
    dataDir = temporaryFolder();
  });
  afterEach(async () => {
    await database.drop();
    removeFolder(dataDir);
  });
  const look = (more: NodeJS.ProcessEnv = {}, backup?: string) =>
    doctor({ backup }, { DATA_DIR: dataDir, PORT: '0', DATABASE_URL: database.applicationUrl, ...more });
  const of = async (check: string, looking: ReturnType<typeof look>) => {
    const found = (await looking).find((one) => one.check.startsWith(check));
    return `${String(found?.state)}: ${found?.found ?? ''} ${found?.todo ?? ''}`;
  };

  it('finds nothing wrong where nothing is, and changes nothing', async () => {
    const findings = await look();
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(findings.map(({ check }) => check.split(' ')[0])).toEqual([
      'folder',
      'disk',
      'port',
      'database',
      'server',
      'standby',
      'clock',
      'log',
      'keys',
    ]);
    expect(await query(database.ownerUrl, 'SELECT FROM log.key_store')).toEqual([]);
  });

  it('names a database that is away, without our schemas, read with the wrong role, or behind a pooler by transaction', async () => {
    const away = Object.assign(new URL(database.applicationUrl), { port: '1' }).href;
    expect(await of('database', look({ DATABASE_URL: away }))).toMatch(/^failed: .*DATABASE_URL: no connection/);
    expect(await of('database', look({ DATABASE_URL: database.superuserUrl }))).toMatch(/superuser/);
    expect(await of('database', look({ DATABASE_URL: database.ownerUrl }))).toMatch(/owns the log/);
    const pooler = await Pooler.before(database.applicationUrl, { by: 'transaction', settings: 'dropped' });
    expect(await of('database', look({ DATABASE_URL: pooler.url }))).toMatch(/session pooling/);
    await pooler.close();
    await query(database.ownerUrl, 'DROP SCHEMA migration CASCADE');
    expect(await of('database', look())).toMatch(/lacks migrations/);
  });

  it('names keys of another log, keys that others can read, a port that is taken and a backup that is old or none', async () => {
    const store = '6f1c2b1e-0d5b-8f0a-9a70-3d2f0b8c1a11';
    await query(database.ownerUrl, `INSERT INTO log.key_store SELECT id::text, '${store}' FROM log.identity`);
    expect(await of('keys', look())).toMatch(/^failed: the keys in .* are not those of this log/);
    mkdirSync(join(dataDir, 'keys'), { recursive: true });
    chmodSync(join(dataDir, 'keys'), 0o755);
    expect(await of('folder', look())).toMatch(/^warning: .*can be read by others/);

    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    expect(await of('port', look({ PORT: String((other.address() as AddressInfo).port) }))).toMatch(
      /^warning: .*EADDRINUSE/,
    );
    other.close();

    expect(await of('backup', look({}, dataDir))).toMatch(/^failed: .*holds no finished backup/);
    const log = { identity: 'x', events: '0', lastPosition: 'start' };
    const manifest = {
      format: 1,
      takenAt: '2026-01-01T00:00:00.000Z',
      postgres: '17',
      machine: 'x',
      log,
      withKeys: false,
    };
    writeFileSync(join(dataDir, 'manifest.json'), JSON.stringify({ ...manifest, folders: [], files: [] }));
    expect(await of('backup', look({}, dataDir))).toMatch(/^warning: .*2026-01-01/);
  });

  it('tells keys that are here again after their erasure', async () => {
    const events = new PostgresEventStore(database.applicationUrl);
    const keys = await openOwnKeys({ dataDir, keyStore: undefined, applicationUrl: database.applicationUrl }, events);
    const { id } = await keys.keyFor('person-1');
    await keys.close();
    await events.close();
    const erased = `INSERT INTO log.erased_key SELECT id::text, $1, 'person-1', now() FROM log.identity`;
    await query(database.ownerUrl, erased, [id]);
    expect(await of('keys', look())).toMatch(/^warning: .*here again .*\(1\)/);
  });

  it('takes a server of ours on the port for what it is', async () => {
    const ours = createHttpServer((_, answer) => answer.end(JSON.stringify({ status: 'ok' }))).listen(0, '127.0.0.1');
    await once(ours, 'listening');
    expect(await of('port', look({ PORT: String((ours.address() as AddressInfo).port) }))).toMatch(
      /^ok: .*a server runs/,
    );
    ours.closeAllConnections();
    ours.close();
  });

  it('tells whether answers wait for a standby, as far as the role may see it', () => {
    const state = (names: string, there?: number) => standby({ names, there }).state;
    expect([state('', 0), state('two', 1), state('two'), state('two', 0)]).toEqual(['ok', 'ok', 'warning', 'failed']);
  });

  it('tells clocks that are apart, and says the worst of all at the end', () => {
    const noon = new Date('2022-03-31T12:00:00.000Z');
    const [near, far] = [clock(new Date(noon.getTime() + 1_900), noon), clock(new Date(noon.getTime() - 2_100), noon)];
    expect([near.state, far.state, worst([near, far]), worst([near]), worst([])]).toEqual([
      'ok',
      'warning',
      'warning',
      'ok',
      'ok',
    ]);
  });
});
