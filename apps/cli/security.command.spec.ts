import { openPool, PostgresSecurityLog, queryPool } from '#platform/postgres';
import { idOf } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { startNode } from '../../test/support/node-process.js';

// Programs start here, on machines that may be busy.

const account = idOf('account', '00000000-0000-4000-8000-000000000001');
const LONG_AGO = '2026-01-05T01:00:00.000Z';

describe('sifang security', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    const pool = openPool({ url: database.applicationUrl, name: 'spec', max: 1 });
    await new PostgresSecurityLog(queryPool(pool)).write([
      { at: new Date(LONG_AGO), word: 'authn_login_fail', about: { from: 'a', code: 'SIGN_IN_LOCKED', count: 3 } },
      { at: new Date(), word: 'authz_fail', about: { account, operation: 'ConfirmFinding', code: 'ROLE_MAY_NOT' } },
    ]);
    await pool.end();
  });
  afterAll(() => database.drop());

  const security = async (...args: readonly string[]) => {
    const { lines, ended } = startNode('apps/cli/sifang.ts', ['--json', 'security', ...args], {
      env: { ...process.env, DATABASE_URL: database.applicationUrl, LOG_LEVEL: 'warn' },
    });
    const code = await ended;
    return { code, text: lines.join('\n') };
  };

  it('shows what happened in the last day, or since the moment that is named', async () => {
    const today = await security('log');
    expect(today).toMatchObject({ code: 0 });
    const denial = {
      at: expect.any(String),
      word: 'authz_fail',
      account,
      operation: 'ConfirmFinding',
      code: 'ROLE_MAY_NOT',
    };
    expect(JSON.parse(today.text)).toEqual([denial]);
    const all = await security('log', '--since', '2026-01-05T08:00:00+08:00');
    expect(JSON.parse(all.text)).toEqual([
      { at: LONG_AGO, word: 'authn_login_fail', from: 'a', code: 'SIGN_IN_LOCKED', count: 3 },
      denial,
    ]);
  });

  it('says what a moment and a number look like', async () => {
    const moment = await security('log', '--since', 'yesterday');
    expect(moment).toMatchObject({ code: 2, text: expect.stringContaining('no instant 不是时刻') });
    expect(await security('log', '--most', '0')).toMatchObject({
      code: 2,
      text: expect.stringContaining('1 to 999999'),
    });
  });
});
