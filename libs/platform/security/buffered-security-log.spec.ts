import { idOf } from '#kernel';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { BufferedSecurityLog, MOST_WAITING } from './buffered-security-log.js';
import type { SecurityEntry } from './security-log.js';

const account = idOf('account', '00000000-0000-4000-8000-000000000001');
const now = new Date('2026-01-05T01:00:00.000Z');
const later = new Date('2026-01-05T01:00:00.400Z');

describe('the security log of a process', () => {
  let kept: SecurityEntry[];
  let told: SecurityEntry[];
  let fails: boolean;
  let planned: (() => void)[];
  let log: BufferedSecurityLog;
  beforeEach(() => {
    [kept, told, fails, planned] = [[], [], false, []];
    log = new BufferedSecurityLog({
      write: async (entries) => {
        await Promise.resolve();
        if (fails) throw new Error('the database is gone');
        kept.push(...entries);
      },
      tell: (entry) => told.push(entry),
      after: (_, call) => planned.push(call),
    });
  });
  const fill = (count: number) => {
    for (let n = 0; n < count; n++) log.add('authn_login_fail', { code: String(n) }, now);
  };
  const lost = () => kept.filter(({ word }) => word === 'sys_monitor_disabled').map(({ about }) => about.count);

  it('keeps what it took a moment later, in order, asking for that moment once', async () => {
    log.add('authn_login_fail', { account }, now);
    log.add('authn_login_success', { account }, later);
    expect([kept, told, planned.length]).toEqual([[], [], 1]);
    planned[0]?.();
    await log.flush();
    expect(kept).toEqual([
      { at: now, word: 'authn_login_fail', about: { account } },
      { at: later, word: 'authn_login_success', about: { account } },
    ]);
    expect(told).toEqual(kept);
    log.add('authn_login_fail', { account }, later);
    expect(planned).toHaveLength(2);
  });

  it('keeps what is the same within that moment once, with how often it was', async () => {
    log.add('authz_fail', { account, code: 'NOT_FOUND' }, now);
    log.add('authz_fail', { account, code: 'NOT_FOUND' }, later);
    log.add('authz_fail', { account, code: 'NOT_FOUND', count: 3 }, later);
    log.add('authz_fail', { account, code: 'ROLE_MAY_NOT' }, later);
    await log.flush();
    expect(kept).toEqual([
      { at: now, word: 'authz_fail', about: { account, code: 'NOT_FOUND', count: 5 } },
      { at: later, word: 'authz_fail', about: { account, code: 'ROLE_MAY_NOT' } },
    ]);
  });

  it('tries again what could not be kept, and tells of it once', async () => {
    fails = true;
    log.add('authn_login_fail', { account }, now);
    await log.flush();
    expect([kept, told.length, planned.length]).toEqual([[], 1, 1]);
    planned[0]?.();
    await log.flush();
    fails = false;
    expect(planned).toHaveLength(2);
    planned[1]?.();
    await log.close();
    expect(kept).toEqual([{ at: now, word: 'authn_login_fail', about: { account } }]);
    expect(told).toHaveLength(1);
  });

  it('holds so many while nothing can be kept, counts the others, and says how many they were', async () => {
    fails = true;
    fill(MOST_WAITING - 1);
    await log.flush();
    fill(3);
    expect(log.dropped).toBe(2);
    fails = false;
    await log.flush();
    expect(kept.filter(({ word }) => word === 'authn_login_fail')).toHaveLength(MOST_WAITING);
    expect(lost()).toEqual([2]);
    fill(1);
    await log.flush();
    expect(lost()).toEqual([2]);
  });

  it('leaves nothing behind when the process ends', async () => {
    log.add('authn_login_fail', { account }, now);
    const first = log.flush();
    log.add('authn_login_success', { account }, later);
    await Promise.all([first, log.close()]);
    expect(kept.map(({ word }) => word)).toEqual(['authn_login_fail', 'authn_login_success']);
  });
});
