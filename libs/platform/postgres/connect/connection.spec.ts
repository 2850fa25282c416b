import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { Proxy } from '../../../../test/faults/support/proxy.js';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { soon, until } from '../../../../test/support/soon.js';
import { Connection } from './connection.js';
import { openPool } from './pool.js';
import { takeJobs } from '../follow/take-lease.js';

it('a copy that is given up is not woken by an answer that comes too late', async () => {
  const database = await freshDatabase();
  const proxy = await Proxy.before(database.superuserUrl);
  const pool = openPool({ url: proxy.url(database.superuserUrl), name: 'spec', max: 1, statementTimeoutMs: 100 });
  const connection = await Connection.open(pool);
  await connection.script('CREATE TABLE late (n integer)');
  proxy.weather = { delayMs: 1_500 };
  const failures: unknown[] = [];
  const note = (error: unknown) => failures.push(error);
  process.on('uncaughtException', note);
  await expect(connection.copy({ sql: 'COPY late FROM STDIN', rows: Buffer.from('1\n') })).rejects.toThrow('timeout');
  // Nobody is there any more to hear it.
  await until(() => proxy.connections === 0);
  process.off('uncaughtException', note);
  expect(failures).toEqual([]);
  await connection.close();
  await pool.end();
  await proxy.close();
  await database.drop();
});

it('a look is not divided among processes of the server', async () => {
  const database = await freshDatabase();
  const pool = openPool({ url: database.superuserUrl, name: 'spec', max: 1 });
  await pool.query(`CREATE TABLE big AS SELECT n FROM generate_series(1, 1000) n`);
  await pool.query('SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0');
  const { rows } = await pool.query('EXPLAIN SELECT count(*) FROM big');
  expect(JSON.stringify(rows)).toContain('Seq Scan on big');
  expect(JSON.stringify(rows)).not.toContain('Gather');
  await pool.end();
  await database.drop();
});

describe('of a connection whose server is slow to take leave', () => {
  let database: FreshDatabase;
  let pool: Pool;
  let holder: Connection;
  let next: Connection;
  let backend: number;
  beforeEach(async () => {
    database = await freshDatabase();
    pool = openPool({ url: database.superuserUrl, name: 'spec', max: 2 });
    holder = await Connection.open(pool);
    next = await Connection.open(pool);
    await takeJobs(holder, ['job']);
    const [row] = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    backend = row?.pid ?? Number.NaN;
    process.kill(backend, 'SIGSTOP');
  });
  const goOn = () => process.kill(backend, 'SIGCONT');
  afterEach(async () => {
    try {
      goOn();
    } catch {
      // It is gone, as it should be.
    }
    await next.close();
    await pool.end();
    await database.drop();
  });

  it('the locks are free when it is closed', async () => {
    const closed = holder.close();
    setTimeout(goOn, 300);
    await closed;
    expect(await takeJobs(next, ['job'])).toEqual(['job']);
  });

  it('the end is not waited for for ever', async () => {
    await holder.close();
    expect(await takeJobs(next, ['job'])).toEqual([]);
    goOn();
    await soon(async () => expect(await takeJobs(next, ['job'])).toEqual(['job']));
  });
});
