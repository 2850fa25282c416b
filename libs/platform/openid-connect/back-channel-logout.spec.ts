import { createHash } from 'node:crypto';
import { idOf } from '#kernel';
import { LIMITS, type Issued } from '#platform/sign-in';
import { createLog } from '#platform/telemetry';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { BackChannelLogout } from './back-channel-logout.js';
import { IssuerUnavailable } from './issuer-fetch.js';
import type { LoggedOut } from './logout-token.js';
import { NotVouched } from './not-vouched.js';

const accountNumbered = (n: number) => idOf('account', `0190a6f0-0000-7000-8000-00000000000${String(n)}`);
const digest = (text: string) => createHash('sha256').update(text).digest();

describe('a logout that the issuer tells of', () => {
  let said: LoggedOut | Error;
  let ended: Issued[];
  let fails: Error | undefined;
  let told: unknown[];
  let counts: Map<string, number>;
  let logout: BackChannelLogout;
  beforeEach(() => {
    said = { number: 'n', subject: 's', session: 'i' };
    [ended, told] = [[], []];
    fails = undefined;
    counts = new Map();
    const count = (key: Buffer) => Promise.resolve(counts.get(key.toString('hex')) ?? 0);
    logout = new BackChannelLogout({
      issuer: { loggedOut: () => (said instanceof Error ? Promise.reject(said) : Promise.resolve(said)) },
      sessions: {
        endIssued: (issued) => {
          if (fails) return Promise.reject(fails);
          ended.push(issued);
          return Promise.resolve([1, 1, 2].map(accountNumbered));
        },
      },
      attempts: {
        add: async (key) => {
          counts.set(key.toString('hex'), (await count(key)) + 1);
          return count(key);
        },
        ...{ count, forget: () => Promise.resolve(), forgetBefore: () => Promise.resolve() },
      },
      securityLog: { add: (word, about) => void told.push([word, about]) },
      log: createLog('silent'),
      digest,
      now: () => new Date('2026-01-05T01:00:00.000Z'),
    });
  });
  const refusedFor = (code: string) => ['authn_login_fail', { from: 'there', operation: 'openid-logout', code }];

  it('ends the sessions that it names, and says of how many accounts and how many they were', async () => {
    expect(await logout.take('token', 'there')).toBeUndefined();
    expect(ended).toEqual([{ subject: digest('subject s'), session: digest('session of the issuer i') }]);
    expect(told).toEqual([
      ['session_expired', { account: accountNumbered(1), code: 'LEFT_ISSUER', count: 2 }],
      ['session_expired', { account: accountNumbered(2), code: 'LEFT_ISSUER', count: 1 }],
    ]);
  });

  it('counts once: the same token again ends nothing', async () => {
    await logout.take('token', 'there');
    expect(await logout.take('token', 'there')).toBe('LOGOUT_NOT_VALID');
    expect([ended.length, told.at(-1)]).toEqual([1, refusedFor('LOGOUT_NOT_VALID')]);
    said = { number: 'other', subject: 's', session: undefined };
    expect(await logout.take('token', 'there')).toBeUndefined();
    expect(ended[1]).toEqual({ subject: digest('subject s'), session: undefined });
  });

  it('does not count where ending them broke off: the issuer may say it again', async () => {
    fails = new Error('the database is away');
    await expect(logout.take('token', 'there')).rejects.toThrow(fails);
    fails = undefined;
    expect([await logout.take('token', 'there'), ended.length]).toEqual([undefined, 1]);
  });

  it('ends nothing where it does not hold, and is heard no more after fifty of those from one address', async () => {
    said = new NotVouched(false, 'of another issuer');
    for (let time = 0; time < LIMITS.address.most; time++)
      expect(await logout.take('token', 'there')).toBe('LOGOUT_NOT_VALID');
    expect(told[0]).toEqual(refusedFor('LOGOUT_NOT_VALID'));
    said = { number: 'n', subject: 's', session: 'i' };
    expect(await logout.take('token', 'there')).toBe('TOO_MANY_ATTEMPTS');
    expect(told.at(-1)).toEqual(['excess_rate_limit_exceeded', { from: 'there', operation: 'openid-logout' }]);
    expect(ended).toEqual([]);
    expect(await logout.take('token', 'elsewhere')).toBeUndefined();
  });

  it('is nobody’s fault where the issuer’s keys cannot be had', async () => {
    said = new IssuerUnavailable('down');
    expect(await logout.take('token', 'there')).toBe('ISSUER_UNAVAILABLE');
    expect([ended, told, counts.size]).toEqual([[], [], 0]);
    said = new Error('a fault of our own');
    await expect(logout.take('token', 'there')).rejects.toThrow('a fault of our own');
  });
});
