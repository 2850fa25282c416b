import { idOf, uuidOf, type Id } from '#kernel';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MinuteCounts } from './minute-counts.js';
import { UNLIMITED, type RateLimits } from './rate-limits.js';
import type { SecurityAbout, SecurityWord } from './security-log.js';
import { Sentry } from './sentry.js';

const person = (n: number) => idOf('person', `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const accountOf = (id: Id) => idOf('account', uuidOf(id));
const byRecord = true as const;
const query = (...fields: readonly string[]) => ({ fields, isMutation: false });
const mutation = (...fields: readonly string[]) => ({ fields, isMutation: true });

describe('the sentry', () => {
  let heard: (readonly [SecurityWord, SecurityAbout])[];
  const standing = (limits: Partial<RateLimits>) =>
    new Sentry({
      counts: new MinuteCounts({ share: () => Promise.resolve(new Map()), after: () => undefined }),
      limits: { ...UNLIMITED, ...limits },
      log: { add: (word, about) => void heard.push([word, about]) },
      knownAs: { account: accountOf, from: (address) => `digest of ${address}` },
      now: () => new Date('2026-01-05T01:00:20.000Z'),
    });
  beforeEach(() => {
    heard = [];
  });
  const of = (n: number) => ({ actorId: person(n), byRecord });

  it('T14: counts every root field, and says until the end of the minute when there were too many', () => {
    const sentry = standing({ operations: 5 });
    expect(sentry.asks(of(1), query('a', 'a', 'a'))).toBeUndefined();
    expect(sentry.asks(of(2), query('a', 'a', 'a'))).toBeUndefined();
    expect(sentry.asks(of(1), query('b', 'c'))).toBeUndefined();
    expect(sentry.asks(of(1), query('b'))).toBe(40);
    expect(heard).toEqual([['excess_rate_limit_exceeded', { account: accountOf(person(1)), operation: 'operations' }]]);
  });

  it('counts mutations apart, and fields that have a limit of their own', () => {
    const sentry = standing({ operations: 100, mutations: 3, fields: new Map([['resetAccount', 1]]) });
    expect(sentry.asks(of(1), query('a', 'b', 'c', 'd'))).toBeUndefined();
    expect(sentry.asks(of(1), mutation('noteFinding', 'resetAccount'))).toBeUndefined();
    expect(sentry.asks(of(1), mutation('resetAccount'))).toBe(40);
    expect(heard).toMatchObject([[expect.anything(), { operation: 'resetAccount' }]]);
    expect(sentry.asks(of(1), mutation('noteFinding'))).toBe(40);
    expect(sentry.asks(of(1), query('a'))).toBeUndefined();
  });

  it('lets an account that is raised ask for more, mutations too, and nobody else', () => {
    const sentry = standing({ operations: 1, mutations: 1, accounts: new Map([[accountOf(person(1)), 3]]) });
    expect([1, 2, 3, 4].map(() => sentry.asks(of(1), mutation('a')))).toEqual([undefined, undefined, undefined, 40]);
    expect([1, 2].map(() => sentry.asks(of(2), mutation('a')))).toEqual([undefined, 40]);
  });

  it('counts nobody who stands by no record, and nothing where nothing is limited', () => {
    expect([1, 2].map(() => standing({ operations: 1 }).asks({ actorId: person(1) }, query('a', 'b')))).toEqual([
      undefined,
      undefined,
    ]);
    expect(standing({}).asks(of(1), mutation('a', 'b'))).toBeUndefined();
    expect(standing({}).arrives('203.0.113.7')).toBeUndefined();
  });

  it('counts requests of an address, by its digest, and none of this machine', () => {
    const sentry = standing({ address: 1 });
    const asked = ['203.0.113.7', '203.0.113.8', '203.0.113.7', '127.0.0.1', '127.0.0.1', '::1', '::1'];
    expect([...asked, '::ffff:127.0.0.1', '::ffff:127.0.0.1'].map((address) => sentry.arrives(address))).toEqual([
      ...[undefined, undefined, 40],
      ...Array.from({ length: 6 }, () => undefined),
    ]);
    expect(heard).toEqual([['excess_rate_limit_exceeded', { from: 'digest of 203.0.113.7', operation: 'address' }]]);
  });

  it('counts WebSocket connections of an address apart from its requests, and none of this machine', () => {
    const sentry = standing({ address: 1, connections: 2 });
    const asked = ['203.0.113.7', '203.0.113.7', '203.0.113.8', '203.0.113.7', '127.0.0.1', '127.0.0.1', '127.0.0.1'];
    expect(sentry.arrives('203.0.113.7')).toBeUndefined();
    expect(asked.map((address) => sentry.connects(address))).toEqual([
      ...[undefined, undefined, undefined, 40],
      ...[undefined, undefined, undefined],
    ]);
    expect(heard).toEqual([
      ['excess_rate_limit_exceeded', { from: 'digest of 203.0.113.7', operation: 'connections' }],
    ]);
    expect(standing({ address: 1 }).connects('203.0.113.7')).toBeUndefined();
  });

  it('tells of what lets nobody in, by what is wrong with it and where it comes from, and not of nothing', () => {
    const sentry = standing({});
    for (const fault of ['TOKEN_EXPIRED', 'TOKEN_WRONG_KIND', 'SESSION_UNKNOWN', 'NOTHING_SHOWN'] as const)
      sentry.unknown(fault, 'graphql', '203.0.113.7');
    const about = { from: 'digest of 203.0.113.7', operation: 'graphql' };
    expect(heard).toEqual([
      ['authn_login_fail', { ...about, code: 'TOKEN_EXPIRED' }],
      ['authn_login_fail', { ...about, code: 'TOKEN_WRONG_KIND' }],
      ['session_use_after_expire', { ...about, code: 'SESSION_UNKNOWN' }],
    ]);
  });

  it('tells of who sends more than anybody needs to, and of who holds too many connections', () => {
    const sentry = standing({});
    sentry.oversized('graphql', 'BODY_TOO_LARGE', '203.0.113.7');
    sentry.crowded(of(1));
    const crowded = { account: accountOf(person(1)), operation: 'connections', code: 'TOO_MANY_CONNECTIONS' };
    expect(heard).toEqual([
      ['input_validation_fail', { from: 'digest of 203.0.113.7', operation: 'graphql', code: 'BODY_TOO_LARGE' }],
      ['excess_rate_limit_exceeded', crowded],
    ]);
  });

  it('tells of pages of other sites, and of what a token is not for', () => {
    const sentry = standing({});
    sentry.foreign('graphql', '203.0.113.7');
    sentry.foreign('socket', '203.0.113.8');
    sentry.denied(of(1), 'noteFinding', 'TOKEN_READS_ONLY');
    expect(heard).toEqual([
      ['malicious_cors', { from: 'digest of 203.0.113.7', operation: 'graphql' }],
      ['malicious_cors', { from: 'digest of 203.0.113.8', operation: 'socket' }],
      ['authz_fail', { account: accountOf(person(1)), operation: 'noteFinding', code: 'TOKEN_READS_ONLY' }],
    ]);
  });
});
