import { createHash, randomUUID } from 'node:crypto';
import { idOf, type Id } from '#kernel';
import { BufferedSecurityLog } from '#platform/security';
import {
  changeOwnPassword,
  comparableName,
  Guesses,
  LIMITS,
  LocalSignIn,
  type Admitted,
  Passwords,
  SESSION_LIMITS,
  type Issued,
} from '#platform/sign-in';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { queryPool, type OneQuery } from '../connect/one-query.js';
import { openPool, type Pool } from '../connect/pool.js';
import { PostgresAccessTokens } from './postgres-access-tokens.js';
import { PostgresAttempts } from './postgres-attempts.js';
import { PostgresCredentials } from './postgres-credentials.js';
import { PostgresSecurityLog } from '../security/postgres-security-log.js';
import { PostgresPins } from './postgres-pins.js';
import { PostgresSessions } from './postgres-sessions.js';

const MINUTE = 60_000;
const PASSWORD = 'correct horse battery staple';
const digest = (text: string) => createHash('sha256').update(text).digest();
const anAccount = (): Id<'account'> => idOf('account', randomUUID());

describe('the door', () => {
  let database: FreshDatabase;
  let pool: Pool;
  let ask: OneQuery;
  let now = new Date('2026-01-05T01:00:00.000Z');
  const later = (ms: number) => new Date(now.getTime() + ms);
  const passwords = new Passwords();

  beforeAll(async () => {
    database = await freshDatabase();
    pool = openPool({ url: database.applicationUrl, name: 'sign-in', max: 4 });
    ask = queryPool(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('keeps whom an issuer knows by which account: one for each account, no subject twice, apart from other issuers', async () => {
    const [one, other] = [new PostgresPins(ask, 'https://one.example'), new PostgresPins(ask, 'https://other.example')];
    const pin = { account: anAccount(), subject: digest('1'), unpinned: 0 };
    const all = [pin, { ...pin, subject: digest('2') }, { ...pin, account: anAccount() }];
    expect(await Promise.all([one.add(pin, now), other.add(pin, now)])).toEqual([true, true]);
    for (const again of all) expect(await one.add(again, now)).toBe(false);
    expect([await one.of(pin.account), await one.with(pin.subject)]).toEqual([pin, pin]);
    expect([await one.of(anAccount()), await one.with(digest('2'))]).toEqual([undefined, undefined]);
    await one.remove({ ...pin, unpinned: 1 });
    expect(await one.of(pin.account)).toEqual(pin);
    await one.remove(pin);
    expect([await one.of(pin.account), await other.of(pin.account)]).toEqual([undefined, pin]);
  });

  describe('with a password', () => {
    let enabled = true;
    let name = '';
    let account = anAccount();
    let credentials: PostgresCredentials;
    let door: LocalSignIn;
    let guesses: Guesses;
    let securityLog: BufferedSecurityLog;
    const knock = (password = PASSWORD, called = name, from = name) => door.admit({ name: called, password, from });
    const words = async () => {
      await securityLog.flush();
      const lines = await ask<{ word: string }>(
        'SELECT word FROM security.log WHERE about ->> $1 = $2 ORDER BY number',
        ['account', account],
      );
      return lines.map(({ word }) => word);
    };

    beforeEach(async () => {
      enabled = true;
      account = anAccount();
      name = `an.${randomUUID().slice(0, 8)}`;
      credentials = new PostgresCredentials(ask);
      const secret = await passwords.secretOf(PASSWORD);
      expect(await credentials.add({ account, name, secret, mustChange: true }, now)).toBe(true);
      const kept = new PostgresSecurityLog(ask);
      securityLog = new BufferedSecurityLog({ write: (entries) => kept.write(entries), tell: () => undefined });
      const attempts = new PostgresAttempts(ask);
      guesses = new Guesses({ attempts, digest, now: () => now });
      door = new LocalSignIn({
        ...{ credentials, passwords, guesses, attempts },
        securityLog,
        isEnabled: () => Promise.resolve(enabled),
        now: () => now,
      });
    });

    it('lets in who knows it, under any form of the name, and says that it has to be changed', async () => {
      expect(await knock(PASSWORD, name.toUpperCase())).toMatchObject({ account, mustChange: true });
      await securityLog.flush();
      await credentials.change(
        account,
        { secret: await passwords.secretOf('another one of my own'), mustChange: false },
        now,
      );
      expect(await knock('another one of my own')).toMatchObject({ account, mustChange: false });
      expect(await words()).toEqual(['authn_login_success', 'authn_login_success']);
    });

    it('T29: tells of a password that let somebody in whether it is theirs still', async () => {
      const admitted = (await knock()) as Admitted;
      expect(await door.isStill(admitted)).toBe(true);
      await credentials.change(account, { secret: await passwords.secretOf(PASSWORD), mustChange: true }, now);
      expect(await door.isStill(admitted)).toBe(false);
    });

    it('says the same of a wrong password, of a name that nobody has or can have, and of an account without a password', async () => {
      await credentials.add({ account: anAccount(), name: `${name}.x`, secret: undefined, mustChange: false }, now);
      const names = [name, 'nobody', `${name}.x`, `${name}\0`, '\ud800', `${name}'--`, 'x'.repeat(200)];
      const answers = await Promise.all(names.map((called) => knock('wrong\0\ud800', called)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
        new Set(['{"refused":"SIGN_IN_FAILED"}']),
      );
    });

    it('locks an account after ten failures in a quarter of an hour, and then tells nobody whether a password is right', async () => {
      for (let time = 0; time < LIMITS.account.most; time++) await knock('wrong', name, randomUUID());
      const answers = [await knock('wrong', name, 'there'), await knock(PASSWORD, name, 'elsewhere')];
      expect(answers).toEqual(answers.map(() => ({ refused: 'SIGN_IN_LOCKED' })));
      expect((await credentials.of(account))?.lockedUntil).toEqual(later(15 * MINUTE));
      expect((await words()).filter((word) => word === 'authn_login_lock')).toHaveLength(1);
      now = later(15 * MINUTE);
      expect(await knock('wrong', name, 'there')).toEqual({ refused: 'SIGN_IN_FAILED' });
      expect(await knock()).toMatchObject({ account });
    });

    it('locks a name that nobody has as one that somebody has, however it is written', async () => {
      const nobody = `nobody.${randomUUID().slice(0, 8)}`;
      for (let time = 0; time < LIMITS.account.most; time++)
        expect(await knock('wrong', nobody.toUpperCase(), randomUUID())).toEqual({ refused: 'SIGN_IN_FAILED' });
      expect(await knock('wrong', nobody, randomUUID())).toEqual({ refused: 'SIGN_IN_LOCKED' });
    });

    it('is not longer locked for those who go on guessing, and open at once with another password', async () => {
      const wrong = () => knock('wrong', name, randomUUID());
      for (let time = 0; time < LIMITS.account.most; time++) await wrong();
      now = later(14 * MINUTE);
      expect(await wrong()).toEqual({ refused: 'SIGN_IN_LOCKED' });
      now = later(MINUTE);
      for (let time = 0; time < LIMITS.account.most; time++)
        expect(await wrong()).toEqual({ refused: 'SIGN_IN_FAILED' });
      await guesses.forget(name);
      expect(await wrong()).toEqual({ refused: 'SIGN_IN_FAILED' });
      expect(await knock()).toMatchObject({ account });
    });

    it('counts guesses side by side as it counts them one after the other', async () => {
      const all = Array.from({ length: 30 }, () => knock('wrong', name, randomUUID()));
      const answers = await Promise.all([...all, knock(PASSWORD, name, randomUUID())]);
      expect(answers.at(-1)).toEqual({ refused: 'SIGN_IN_LOCKED' });
      const looked = answers.filter((answer) => 'refused' in answer && answer.refused === 'SIGN_IN_FAILED').length;
      expect(looked).toBeGreaterThanOrEqual(LIMITS.account.most);
      expect(looked).toBeLessThanOrEqual(LIMITS.account.most + 1);
    });

    it('takes guesses at the password of who is signed in for guesses at the door, and tells of them', async () => {
      const change = (current: string) =>
        changeOwnPassword({ credentials, passwords, guesses, securityLog, now: () => now }, account, {
          ...{ current, next: 'another one of my own', from: randomUUID() },
        });
      for (let time = 0; time < LIMITS.account.most; time++)
        expect(await change('wrong')).toEqual({ code: 'SIGN_IN_FAILED', path: 'current' });
      expect(await change(PASSWORD)).toEqual({ code: 'SIGN_IN_LOCKED', path: 'current' });
      expect(await knock()).toEqual({ refused: 'SIGN_IN_LOCKED' });
      expect((await words()).at(0)).toBe('authn_login_fail');
      expect((await words()).filter((word) => word === 'authn_login_lock')).toHaveLength(1);
      expect((await credentials.of(account))?.lockedUntil).toEqual(later(15 * MINUTE));
      now = later(15 * MINUTE);
      expect(await change(PASSWORD)).toBeUndefined();
    });

    it('does not count failures from before a success, or from long ago', async () => {
      for (let time = 1; time < LIMITS.account.most; time++) await knock('wrong', name, randomUUID());
      expect(await knock()).toMatchObject({ account });
      for (let time = 1; time < LIMITS.account.most; time++) await knock('wrong', name, randomUUID());
      now = later(15 * MINUTE + 1);
      await knock('wrong', name, randomUUID());
      expect(await knock()).toMatchObject({ account });
    });

    it('forgets what no limit looks at any more when somebody comes in, whoever tried it', async () => {
      await knock('wrong', 'nobody', 'elsewhere');
      const tried = async () =>
        (await ask('SELECT 1 FROM sign_in.attempt WHERE key = $1', [digest('from elsewhere')])).length;
      await knock();
      expect(await tried()).toBe(1);
      now = later(15 * MINUTE + 1);
      await knock();
      expect(await tried()).toBe(0);
    });

    it('answers an address no more after fifty failures, whatever the names', async () => {
      for (let time = 0; time < LIMITS.address.most; time++) await knock('wrong', `nobody.${String(time)}`);
      expect(await knock()).toEqual({ refused: 'TOO_MANY_ATTEMPTS' });
      expect(await knock(PASSWORD, name, 'elsewhere')).toMatchObject({ account });
    });

    it('is shut for a disabled account', async () => {
      enabled = false;
      expect(await knock()).toEqual({ refused: 'ACCOUNT_DISABLED' });
      expect(await knock('wrong')).toEqual({ refused: 'SIGN_IN_FAILED' });
    });

    it('keeps one credential for an account and for a name', async () => {
      const other = { secret: undefined, mustChange: false };
      expect(await credentials.add({ account, name: `${name}.2`, ...other }, now)).toBe(false);
      expect(await credentials.add({ account: anAccount(), name: comparableName(name), ...other }, now)).toBe(false);
      expect((await credentials.all()).filter((one) => one.account === account)).toHaveLength(1);
      expect(await credentials.of(account)).toMatchObject({ name });
    });
  });

  it('leaves no token of a program once it has ended', async () => {
    const [tokens, account] = [new PostgresAccessTokens(ask), anAccount()];
    const chosen = { postId: idOf('post', randomUUID()), orgId: idOf('organisation', randomUUID()) };
    const token = { account, scope: 'read', roles: [], restsOn: [], chosen, madeAt: now, secret: undefined } as const;
    for (const [name, minutes] of [
      ['short', 1],
      ['long', 2],
    ] as const) {
      const own = { id: randomUUID(), name, endsAt: later(minutes * MINUTE) };
      expect(await tokens.add(digest(own.id), { ...token, ...own }, 5)).toBe(true);
    }
    expect(await tokens.sweep(later(MINUTE), 1_000)).toBe(1);
    expect(await tokens.of(account, now)).toMatchObject([{ name: 'long' }]);
  });

  describe('as a session', () => {
    const begun = async (account = anAccount()) => {
      const sessions = new PostgresSessions(ask);
      const key = digest(randomUUID());
      const id = randomUUID();
      await sessions.begin(key, { id, account, standing: 'a', beganAt: now, endsAt: later(SESSION_LIMITS.absoluteMs) });
      return { sessions, key, id, account };
    };

    it('lasts while there are signs of life, and a working day at most', async () => {
      const { sessions, key, account, id } = await begun();
      expect(await sessions.seen(key, now)).toMatchObject({ id, account, chosen: undefined });
      for (let minute = 50; minute < 12 * 60; minute += 50) {
        expect(await sessions.seen(key, later(minute * MINUTE))).toMatchObject({ id });
      }
      expect(await sessions.seen(key, later(12 * 60 * MINUTE))).toBeUndefined();
    });

    it('ends after an hour without one', async () => {
      const { sessions, key } = await begun();
      expect(await sessions.seen(key, later(60 * MINUTE))).toBeUndefined();
      expect(await sessions.seen(digest('no such session'), now)).toBeUndefined();
    });

    it('remembers the post that was chosen, and for whom', async () => {
      const { sessions, key, id } = await begun();
      const chosen = { postId: idOf('post', randomUUID()), orgId: idOf('organisation', randomUUID()) };
      await sessions.choose(id, chosen, 'b');
      expect((await sessions.seen(key, now))?.chosen).toEqual(chosen);
      const forAnother = { ...chosen, onBehalfOf: idOf('person', randomUUID()) };
      await sessions.choose(id, forAnother, 'c');
      expect(await sessions.seen(key, now)).toMatchObject({ chosen: forAnother, standing: 'c' });
      await sessions.choose(id, chosen, 'd');
      expect(await sessions.seen(key, now)).toMatchObject({ chosen, standing: 'd' });
    });

    it('is ended by its owner, one or all, for every process', async () => {
      const one = await begun();
      const other = await begun(one.account);
      const third = await begun(one.account);
      expect(await one.sessions.of(one.account, now)).toHaveLength(3);
      expect(await one.sessions.end(anAccount(), other.id)).toBe(false);
      expect(await one.sessions.end(one.account, other.id)).toBe(true);
      expect(await new PostgresSessions(ask).seen(other.key, now)).toBeUndefined();
      expect(await one.sessions.endAll(one.account, one.id)).toBe(1);
      expect(await third.sessions.seen(third.key, now)).toBeUndefined();
      expect(await one.sessions.seen(one.key, now)).toMatchObject({ id: one.id });
      expect(await one.sessions.endAll(one.account)).toBe(1);
    });

    it('is ended by what an issuer knows it by: one of theirs, or all that it vouched for; never one of a password', async () => {
      const [subject, session] = [digest(randomUUID()), digest(randomUUID())];
      const sessions = new PostgresSessions(ask);
      const begin = async (account: Id<'account'>, issued?: Issued) => {
        const key = digest(randomUUID());
        const about = { id: randomUUID(), account, standing: 'a', beganAt: now, endsAt: later(MINUTE) };
        await sessions.begin(key, about, issued);
        return async () => (await sessions.known(key, now)) !== undefined;
      };
      const account = anAccount();
      const [byPassword, first, second, others] = await Promise.all([
        begin(account),
        begin(account, { subject, session }),
        begin(account, { subject, session: undefined }),
        begin(anAccount(), { subject: digest(randomUUID()), session: digest(randomUUID()) }),
      ]);
      const last = () => Promise.all([byPassword(), first(), second(), others()]);
      expect(await sessions.endIssued({ subject: undefined, session: undefined })).toEqual([]);
      expect(await sessions.endIssued({ subject: digest('another'), session })).toEqual([]);
      expect(await last()).toEqual([true, true, true, true]);
      expect(await sessions.endIssued({ subject: undefined, session })).toEqual([account]);
      expect(await last()).toEqual([true, false, true, true]);
      expect(await sessions.endIssued({ subject, session: undefined })).toEqual([account]);
      expect(await last()).toEqual([true, false, false, true]);
    });

    it('leaves no row once it has ended, by whomever it is swept, while others last', async () => {
      const ended = [await begun(), await begun(), await begun()];
      const lasting = await begun();
      now = later(59 * MINUTE);
      await lasting.sessions.seen(lasting.key, now);
      now = later(MINUTE);
      const rows = async (ids: readonly string[]) =>
        (await ask('SELECT 1 FROM sign_in.session WHERE id = ANY($1)', [ids])).length;
      const all = [...ended, lasting].map(({ id }) => id);
      expect(await rows(all)).toBe(4);
      const sweeps = [new PostgresSessions(ask), new PostgresSessions(ask)].map((one) => one.sweep(now, 1_000));
      const [first = 0, second = 0] = await Promise.all(sweeps);
      expect(first + second).toBeGreaterThanOrEqual(3);
      expect(await rows(all)).toBe(1);
      expect(await lasting.sessions.seen(lasting.key, now)).toMatchObject({ id: lasting.id });
      expect(await lasting.sessions.sweep(later(60 * MINUTE), 0)).toBe(0);
    });
  });
});
