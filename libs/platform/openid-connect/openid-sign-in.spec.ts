import { createHash } from 'node:crypto';
import { idOf, type Id } from '#kernel';
import type { SecurityAbout, SecurityWord } from '#platform/security';
import { LIMITS, type Attempts } from '#platform/sign-in';
import { createLog } from '#platform/telemetry';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { BegunSignIns, BEGUN_MS, checksOf, type Checks } from './begun-sign-ins.js';
import { IssuerUnavailable } from './issuer-fetch.js';
import type { Vouched } from './issuer.js';
import { NotVouched } from './not-vouched.js';
import { OpenIdSignIn } from './openid-sign-in.js';

const ACCOUNT = idOf('account', '0190a6f0-0000-7000-8000-000000000001');
const CREDENTIAL = { account: ACCOUNT, name: 'tian.bao', secret: undefined, mustChange: false, lockedUntil: undefined };
const vouchedFor = (name: string | undefined): Vouched => ({ subject: '1', session: 's', name, idToken: 'i' });
const digest = (text: string) => createHash('sha256').update(text).digest();

/** Counts, as the database does. */
class Counted implements Attempts {
  #kept: { readonly key: string; readonly at: Date }[] = [];

  async add(key: Buffer, now: Date, since: Date): Promise<number> {
    this.#kept.push({ key: key.toString('hex'), at: now });
    return this.count(key, since);
  }

  count(key: Buffer, since: Date): Promise<number> {
    return Promise.resolve(this.#kept.filter((one) => one.key === key.toString('hex') && one.at > since).length);
  }

  forget(): Promise<void> {
    return Promise.reject(new Error('nothing is forgotten here'));
  }

  forgetBefore(moment: Date): Promise<void> {
    this.#kept = this.#kept.filter(({ at }) => at >= moment);
    return Promise.resolve();
  }
}

describe('signing in by an issuer', () => {
  let now = new Date('2026-01-05T01:00:00.000Z');
  let said: Vouched | Error;
  let enabled: boolean;
  let mustChange: boolean;
  let held: 'known' | 'pinned' | 'another';
  let done: unknown[];
  let checked: Checks | undefined;
  let told: (readonly [SecurityWord, SecurityAbout])[];
  let attempts: Counted;
  let door: OpenIdSignIn;
  beforeEach(() => {
    [mustChange, done, held] = [false, [], 'known'];
    [said, enabled, checked, told, attempts] = [
      { subject: '1', session: 's', name: 'Tian.Bao', idToken: 'i' },
      true,
      undefined,
      [],
      new Counted(),
    ];
    const answer = <T>(value: T | Error) => (value instanceof Error ? Promise.reject(value) : Promise.resolve(value));
    door = new OpenIdSignIn({
      issuer: {
        beginning: () => answer(said instanceof Error ? said : new URL('https://id.example.org/auth')),
        vouched: (_, checks) => {
          checked = checks;
          return answer(said);
        },
      },
      begun: new BegunSignIns(
        () => digest('key'),
        () => now,
      ),
      credentials: {
        named: (name) => Promise.resolve(name === CREDENTIAL.name ? { ...CREDENTIAL, mustChange } : undefined),
        change: (account, { secret }) => (done.push(['change', account, secret]), Promise.resolve()),
      },
      keeper: { endAll: (account, why) => (done.push(['endAll', account, why]), Promise.resolve(1)) },
      pinned: { hold: (account, subject) => (done.push(['hold', account, subject]), Promise.resolve(held)) },
      attempts,
      securityLog: {
        add: (word, about) => {
          told.push([word, about]);
        },
      },
      log: createLog('silent'),
      isEnabled: () => Promise.resolve(enabled),
      digest,
      now: () => now,
    });
  });

  const begun = async (to = '/findings') => {
    const begins = await door.begin(to);
    if ('refused' in begins) throw new Error(begins.refused);
    return begins.held;
  };
  const back = async (held?: string, from = 'here') =>
    door.finish({ held: held ?? (await begun()), search: '?', from });
  const failed = (code: string, account?: Id<'account'>) => [
    'authn_login_fail',
    { from: 'here', operation: 'openid', code, ...(account && { account }) },
  ];

  it('lets in who has an account under the name that the issuer says, and leads them where they wanted to go', async () => {
    expect(await back(await begun('/duties'))).toEqual({
      ...{ account: ACCOUNT, to: '/duties', idToken: 'i' },
      issued: { subject: digest('subject 1'), session: digest('session of the issuer s') },
    });
    expect(told).toEqual([['authn_login_success', { account: ACCOUNT, from: 'here', operation: 'openid' }]]);
  });

  const holding = ['hold', ACCOUNT, digest('subject 1')];

  it('refuses whom the issuer did not name for this account before, and leaves everything as it was', async () => {
    [held, mustChange] = ['another', true];
    expect(await back()).toEqual({ refused: 'SUBJECT_DIFFERS' });
    expect([done, told]).toEqual([[holding], [failed('SUBJECT_DIFFERS', ACCOUNT)]]);
  });

  it('tells the security log when somebody is named for an account for the first time', async () => {
    held = 'pinned';
    expect(await back()).toMatchObject({ account: ACCOUNT });
    expect(told[0]).toEqual(['user_updated', { account: ACCOUNT, operation: 'openid', code: 'PINNED' }]);
  });

  it('ends a password for the first time that was not used, and what was begun with it', async () => {
    await back();
    expect(done).toEqual([holding]);
    mustChange = true;
    expect(await back()).toMatchObject({ account: ACCOUNT });
    expect(done).toEqual([
      ...[holding, holding],
      ['change', ACCOUNT, undefined],
      ['endAll', ACCOUNT, 'PASSWORD_CHANGED'],
    ]);
  });

  it('asks the issuer for what belongs to this browser', async () => {
    const held = await begun();
    await back(held);
    const { jti } = JSON.parse(Buffer.from(held.split('.')[1] ?? '', 'base64url').toString()) as { jti: string };
    expect(checked).toEqual(checksOf({ secret: jti }));
  });

  it('T12: takes what a browser holds once', async () => {
    const held = await begun();
    const twice = await Promise.all([back(held), back(held)]);
    expect(twice.filter((answer) => 'account' in answer).length).toBeLessThanOrEqual(1);
    now = new Date(now.getTime() + BEGUN_MS - 1_000);
    expect(await back(held)).toEqual({ refused: 'NOT_BEGUN_HERE' });
  });

  it('refuses who did not begin here, or took too long', async () => {
    const held = await begun();
    expect(await door.finish({ held: undefined, search: '?', from: 'here' })).toEqual({ refused: 'NOT_BEGUN_HERE' });
    expect(await back('made up')).toEqual({ refused: 'NOT_BEGUN_HERE' });
    now = new Date(now.getTime() + BEGUN_MS);
    expect(await back(held)).toEqual({ refused: 'NOT_BEGUN_HERE' });
    expect(checked).toBeUndefined();
    expect(told).toEqual([failed('NOT_BEGUN_HERE'), failed('NOT_BEGUN_HERE'), failed('NOT_BEGUN_HERE')]);
  });

  it('makes no account, and opens none that is shut', async () => {
    said = vouchedFor('nobody');
    expect(await back()).toEqual({ refused: 'NO_ACCOUNT' });
    said = vouchedFor(undefined);
    expect(await back()).toEqual({ refused: 'CLAIM_MISSING' });
    [said, enabled] = [vouchedFor('tian.bao'), false];
    expect(await back()).toEqual({ refused: 'ACCOUNT_DISABLED' });
    expect(told).toEqual([failed('NO_ACCOUNT'), failed('CLAIM_MISSING'), failed('ACCOUNT_DISABLED', ACCOUNT)]);
  });

  it.each([
    [new NotVouched(true, 'access_denied'), 'ISSUER_SAID_NO'],
    [new NotVouched(false, 'OAUTH_JWT_CLAIM_COMPARISON'), 'ANSWER_NOT_VALID'],
    [new IssuerUnavailable('down'), 'ISSUER_UNAVAILABLE'],
  ])('refuses where the issuer does not vouch: %s', async (error, code) => {
    const held = await begun();
    said = error;
    expect(await back(held)).toEqual({ refused: code });
    expect(told).toEqual([failed(code)]);
  });

  it('says so before anybody goes where the issuer does not answer', async () => {
    said = new IssuerUnavailable('down');
    expect(await door.begin('/')).toEqual({ refused: 'ISSUER_UNAVAILABLE' });
    said = new Error('a fault of our own');
    await expect(door.begin('/')).rejects.toThrow('a fault of our own');
  });

  it('answers an address no more after fifty failures; an issuer that is down is none', async () => {
    const times = async (count: number, answer: typeof said) => {
      for (let time = 0; time < count; time++) {
        said = vouchedFor('tian.bao');
        const held = await begun();
        said = answer;
        await back(held);
      }
      said = vouchedFor('tian.bao');
    };
    await times(LIMITS.address.most, new IssuerUnavailable('down'));
    expect(await back()).toMatchObject({ account: ACCOUNT });
    await times(LIMITS.address.most, vouchedFor('nobody'));
    expect(await back()).toEqual({ refused: 'TOO_MANY_ATTEMPTS' });
    expect(told.at(-1)).toEqual(['excess_rate_limit_exceeded', { from: 'here', operation: 'openid' }]);
    expect(await back(undefined, 'elsewhere')).toMatchObject({ account: ACCOUNT });
  });
});
