import { randomUUID } from 'node:crypto';
import { accountOf, grantsOf } from '#contexts/grants';
import { CAST } from '#platform/identity';
import { UNLIMITED, SECURITY_WORDS } from '#platform/security';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { clerkWithAccount } from '../support/account.js';
import { RunningApi } from '../support/running-api.js';
import { securityEntries } from '../support/security-entries.js';
import { soon } from '../support/soon.js';

const PASSWORD = 'a password of my very own';
const NAME = 'tian.bao';
const MOST = 5;
const person = (as: string) => {
  const found = CAST.find((one) => one.as === as);
  if (!found) throw new Error(`nobody is ${as}`);
  return found.id;
};
const clerk = person('unit');
const account = accountOf(clerk);

/** What happened at the door and within, over HTTP, on PostgreSQL. */
describe('the security log', () => {
  let api: RunningApi;
  let cookie = '';
  beforeAll(async () => {
    api = await RunningApi.start(undefined, undefined, {
      rates: { ...UNLIMITED, fields: new Map([['confirmFinding', MOST]]) },
    });
    expect((await api.load(founding)).failed).toEqual([]);
    await clerkWithAccount(api, { name: NAME, password: PASSWORD });
  });
  afterAll(() => api.stop());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${api.address}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...headers },
      body: JSON.stringify(body),
    });
  const confirm = () =>
    post('graphql', {
      query: `mutation { confirmFinding(input: { commandId: "${randomUUID()}", id: "finding-${randomUUID()}" }) { ... on Refused { code } } }`,
    });

  it('says who changed whose rights, who had no right, what other sites asked, and how sessions began and ended', async () => {
    const signedIn = await post('auth/sign-in', { name: NAME, password: PASSWORD });
    cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await confirm()).json()).toEqual({ data: { confirmFinding: { code: 'ROLE_MAY_NOT' } } });
    expect((await post('graphql', { query: '{ head }' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post('auth/sign-out', {})).status).toBe(204);
    await soon(async () => {
      const entries = await securityEntries(
        api,
        'authz_admin',
        'authz_fail',
        'malicious_cors',
        'session_created',
        'session_expired',
      );
      expect(entries).toEqual(
        expect.arrayContaining([
          {
            word: 'authz_admin',
            grants: grantsOf(clerk),
            by: expect.stringMatching(/^person-/),
            operation: 'GrantRole',
            code: 'GrantMade',
          },
          { word: 'session_created', account },
          { word: 'authz_fail', account, operation: 'ConfirmFinding', code: 'ROLE_MAY_NOT' },
          { word: 'malicious_cors', operation: 'graphql', from: expect.stringMatching(/^[\w-]{22}$/) },
          { word: 'session_expired', account, code: 'SIGNED_OUT' },
        ]),
      );
    });
  });

  it('tells of too many operations of one kind of one account, which are answered with 429 until the minute is over', async () => {
    const signedIn = await post('auth/sign-in', { name: NAME, password: PASSWORD });
    cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    // Another minute may begin meanwhile, but not twice.
    const answers = await Promise.all(Array.from({ length: 2 * MOST + 1 }, confirm));
    const late = answers.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(MOST - 1);
    expect(late[0]?.headers.get('retry-after')).toMatch(/^([1-9]|[1-5]\d|60)$/);
    expect((await post('graphql', { query: '{ head }' })).status).toBe(200);
    await soon(async () => {
      const entries = await securityEntries(api, 'excess_rate_limit_exceeded');
      expect(entries.map(({ operation, account: whose }) => [operation, whose])).toContainEqual([
        'confirmFinding',
        account,
      ]);
      expect(entries.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(late.length);
    });
  });

  it('holds no name, no address and nothing that was typed', async () => {
    const text = JSON.stringify(await securityEntries(api, ...SECURITY_WORDS));
    for (const told of [NAME, PASSWORD, '127.0.0.1', 'elsewhere.example', 'Reports for the station']) {
      expect(text).not.toContain(told);
    }
  });

  it('says who sent headers that are longer than anybody needs, though no request came of them', async () => {
    const long = await fetch(`${api.address}/graphql`, { headers: { 'x-long': 'x'.repeat(40_000) } });
    expect(long.status).toBe(431);
    await soon(async () => {
      const entries = await securityEntries(api, 'input_validation_fail');
      expect(entries).toContainEqual(
        expect.objectContaining({ operation: 'headers', code: 'BAD_REQUEST', from: expect.any(String) }),
      );
    });
  });
});
