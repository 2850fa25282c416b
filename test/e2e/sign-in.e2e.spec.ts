import { randomUUID } from 'node:crypto';
import { accountOf } from '#contexts/grants';
import { uuidOf } from '#kernel';
import { CAST, CAST_ORGANISATIONS } from '#platform/identity';
import { openPool, PostgresCredentials, queryPool, type Pool } from '#platform/postgres';
import { Passwords } from '#platform/sign-in';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { RunningApi } from '../support/running-api.js';

const member = (as: string) => {
  const found = CAST.find((one) => one.as === as);
  if (!found) throw new Error(`nobody is ${as}`);
  return found;
};
const [clerk, inspector] = [member('unit'), member('inspector')];
const LOCKED = 'Too many failures: for a quarter of an hour no password is taken for this name.';
const hashed = (password: string) => new Passwords().secretOf(password);
const FIRST = 'first password, told once';
const OWN = 'a password of my very own';
const { unit1 } = CAST_ORGANISATIONS;

interface Said {
  readonly status: number;
  readonly cookie: string | undefined;
  readonly body: Readonly<Record<string, unknown>> & { readonly errors?: readonly { extensions: { code: string } }[] };
}

/** People who sign in with a password, over HTTP, on PostgreSQL. */
describe('signing in', () => {
  let api: RunningApi;
  let pool: Pool;

  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(founding)).failed).toEqual([]);
    expect(await api.tell('admin', 'addAccount', { personId: clerk.id })).toMatchObject({ events: expect.anything() });
    expect(
      await api.tell('admin', 'grantRole', {
        personId: clerk.id,
        role: 'unit',
        orgId: unit1.id,
        from: '2022-01-01T00:00:00.000Z',
        reason: 'Reports for the station',
      }),
    ).toMatchObject({ events: [{ type: 'GrantMade' }] });
    pool = openPool({ url: api.databaseUrls.applicationUrl, name: 'spec', max: 1 });
    const secret = await hashed(FIRST);
    const credential = { account: accountOf(clerk.id), name: 'tian.bao', secret, mustChange: true };
    expect(await new PostgresCredentials(queryPool(pool)).add(credential, new Date())).toBe(true);
  });
  afterAll(async () => {
    await pool.end();
    await api.stop();
  });

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Said> => {
    const response = await fetch(`${api.address}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const cookie = response.headers.get('set-cookie') ?? undefined;
    return { status: response.status, cookie, body: (text === '' ? {} : JSON.parse(text)) as Said['body'] };
  };
  const holding = (cookie = '') => ({ cookie: cookie.split(';')[0] ?? '' });
  const signIn = async (password = OWN) => (await post('auth/sign-in', { name: 'Tian.Bao', password })).cookie;
  const ask = (cookie: string | undefined, query: string, headers = {}) =>
    post('graphql', { query }, { ...holding(cookie), ...headers });
  const codes = ({ status, body: { errors = [] } }: Said) => [status, ...errors.map((one) => one.extensions.code)];

  it('is refused in both languages, the same for every name, with nothing of what was typed', async () => {
    const asked = { name: 'nobody', password: 'wrong' };
    const english = await post('auth/sign-in', asked);
    const chinese = await post('auth/sign-in', { ...asked, name: 'tian.bao' }, { 'accept-language': 'zh' });
    expect(english).toMatchObject({ status: 401, cookie: undefined });
    expect(english.body).toEqual({
      errors: [{ message: 'The name or the password is not right.', extensions: { code: 'SIGN_IN_FAILED' } }],
    });
    expect(chinese.body).toEqual({
      errors: [{ message: '登录名或密码不正确。', extensions: { code: 'SIGN_IN_FAILED' } }],
    });
    expect(codes(await post('auth/sign-in', { name: 'x' }))).toEqual([400, 'BAD_USER_INPUT']);
    expect(codes(await post('auth/sign-in', asked, { origin: 'https://elsewhere.example' }))).toEqual([
      403,
      'FORBIDDEN',
    ]);
  });

  it('is shut for a name after ten failures, with the same answer for who it is and who is not, and says for how long', async () => {
    const knock = (name: string, password: string) =>
      fetch(`${api.address}/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': randomUUID() },
        body: JSON.stringify({ name, password }),
      });
    const { account, name, secret } = { account: accountOf(inspector.id), name: 'an.xun', secret: await hashed(FIRST) };
    const credentials = new PostgresCredentials(queryPool(pool));
    expect(await credentials.add({ account, name, secret, mustChange: true }, new Date())).toBe(true);
    const answers = [];
    for (const [called, last] of [
      [name, FIRST],
      ['nobody.of.all', 'wrong'],
    ] as const) {
      for (let time = 0; time < 10; time++) expect((await knock(called, 'wrong')).status).toBe(401);
      const shut = await knock(called, last);
      answers.push([shut.status, shut.headers.get('retry-after'), shut.headers.get('set-cookie'), await shut.json()]);
    }
    expect(answers[0]).toEqual([
      429,
      '900',
      null,
      { errors: [{ message: LOCKED, extensions: { code: 'SIGN_IN_LOCKED', retryAfter: 900 } }] },
    ]);
    expect(answers[1]).toEqual(answers[0]);
  });

  it('lets nobody do anything before they have chosen a password of their own', async () => {
    const cookie = await signIn(FIRST);
    expect(cookie).toMatch(/^sifang=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(codes(await ask(cookie, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
    const change = (next: string, current = FIRST) => post('auth/password', { current, next }, holding(cookie));
    expect(codes(await change('short'))).toEqual([400, 'PASSWORD_TOO_SHORT']);
    expect(codes(await change('passwordpassword'))).toEqual([400, 'PASSWORD_COMMON']);
    expect(codes(await change(FIRST))).toEqual([400, 'PASSWORD_SAME']);
    expect(codes(await change(OWN, 'wrong'))).toEqual([401, 'SIGN_IN_FAILED']);
    expect(await change(OWN)).toMatchObject({ status: 200 });
    expect(await ask(cookie, '{ head }')).toMatchObject({ status: 200 });
    expect(codes(await post('auth/sign-in', { name: 'tian.bao', password: FIRST }))).toEqual([401, 'SIGN_IN_FAILED']);
  });

  it('tells the page of the door who is in, in which posts by name, and nobody else', async () => {
    const session = async (cookie: string | undefined) => {
      const response = await fetch(`${api.address}/auth/session`, { headers: holding(cookie) });
      const body: unknown = await response.json();
      return { status: response.status, body };
    };
    expect(await session(undefined)).toMatchObject({ status: 401 });
    const { id: postId, title } = clerk.post;
    expect(await session(await signIn())).toEqual({
      status: 200,
      body: {
        personId: clerk.id,
        mustChange: false,
        posts: [{ postId, orgId: unit1.id, post: title.en, organisation: unit1.name.en }],
        forOthers: [],
        chosen: { postId, orgId: unit1.id },
      },
    });
  });

  it('SD6: acts in the post that they hold, with what the record grants, and signs every event with it', async () => {
    const cookie = await signIn();
    const query = `mutation ($input: RecordObservationInput!) { outcome: recordObservation(input: $input) {
      ... on Recorded { id position } ... on Refused { code } } }`;
    const input = {
      ...{ commandId: randomUUID(), kind: 'selfCheck', class: 'inadequateControl', severity: 'minor' },
      ...{ description: 'A gate is open', place: 'Gate 3', evidence: [] },
      ...{ territoryId: unit1.territory.id, subjectOrgId: unit1.id },
    };
    const { body } = await post('graphql', { query, variables: { input } }, holding(cookie));
    const { id, position } = (body['data'] as { outcome: { id?: string; position?: string } }).outcome;
    const timeline = `query ($id: ID!, $position: String) { timeline(id: $id, waitFor: $position) { edges { node { actor { person { id } post { id } organisation { id } } } } } }`;
    const { data } = await api.ask('discipline', timeline, { id, position });
    // What processes add may be there already.
    const [first] = (data?.['timeline'] as { readonly edges: readonly { readonly node: unknown }[] }).edges;
    expect(first?.node).toEqual({
      actor: { person: { id: clerk.id }, post: { id: clerk.post.id }, organisation: { id: unit1.id } },
    });
    const refused = `mutation { outcome: approveGrant(input: { commandId: "${randomUUID()}", id: "grant-${uuidOf(clerk.id)}", number: 1 }) { ... on Refused { code } } }`;
    expect((await ask(cookie, refused)).body['data']).toEqual({ outcome: { code: 'ROLE_MAY_NOT' } });
  });

  it('shows its owner all their sessions, and ends one of them or all others', async () => {
    const to = (method: string, path: string, cookie: string | undefined) =>
      fetch(`${api.address}/auth/sessions${path}`, { method, headers: holding(cookie) });
    const list = async (cookie: string | undefined) =>
      (await (await to('GET', '', cookie)).json()) as { sessions: readonly { id: string; isThis: boolean }[] };
    const [own, other] = [await signIn(), await signIn()];
    const id = (await list(other)).sessions.find(({ isThis }) => isThis)?.id ?? '';
    expect((await list(own)).sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect((await to('DELETE', `/${id}`, own)).status).toBe(204);
    expect((await to('DELETE', `/${id}`, own)).status).toBe(404);
    expect(codes(await ask(other, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
    const third = await signIn();
    expect((await to('DELETE', '', own)).status).toBe(200);
    expect(codes(await ask(third, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
    expect((await list(own)).sessions).toMatchObject([{ isThis: true }]);
    expect((await to('GET', '', third)).status).toBe(401);
  });

  it('T29: begins another session with another secret, and ends the one that the browser had', async () => {
    const first = await signIn();
    const { cookie: second } = await post('auth/sign-in', { name: 'tian.bao', password: OWN }, holding(first));
    expect(holding(second)).not.toEqual(holding(first));
    expect(codes(await ask(first, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await ask(second, '{ head }')).toMatchObject({ status: 200 });
    const failed = await post('auth/sign-in', { name: 'tian.bao', password: 'wrong' }, holding(second));
    expect([failed.status, failed.cookie]).toEqual([401, undefined]);
    expect(await ask(second, '{ head }')).toMatchObject({ status: 200 });
  });

  it('T29: is nothing beside a token: who shows one is in no session, whatever their browser holds', async () => {
    const cookie = await signIn();
    const endsAt = new Date(Date.now() + 60_000).toISOString();
    const make = (headers: Record<string, string>) =>
      post('auth/tokens', { name: 'Report', scope: 'write', endsAt }, { ...holding(cookie), ...headers });
    expect(codes(await make({ authorization: 'Bearer nobody' }))).toEqual([401, 'UNAUTHENTICATED']);
    const { status, body } = await make({});
    expect(status).toBe(201);
    expect(codes(await make({ authorization: `Bearer ${String(body['token'])}` }))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('T29: ends at once for all browsers when they sign out, when a role ends, or when the account is shut', async () => {
    const [one, other] = [await signIn(), await signIn()];
    expect((await post('auth/sign-out', {}, holding(one))).cookie).toMatch(/^sifang=; Max-Age=0;/);
    expect(codes(await ask(one, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await ask(other, '{ head }')).toMatchObject({ status: 200 });
    const ended = { id: `grant-${uuidOf(clerk.id)}`, number: 1, reason: 'Moved to another desk' };
    expect(await api.tell('admin', 'endGrant', ended)).toMatchObject({ events: [{ type: 'GrantEnded' }] });
    expect(codes(await ask(other, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);

    const third = await signIn();
    const shut = { id: accountOf(clerk.id), reason: 'On leave' };
    expect(await api.tell('admin', 'disableAccount', shut)).toMatchObject({ events: [{ type: 'AccountDisabled' }] });
    expect(codes(await ask(third, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(codes(await post('auth/sign-in', { name: 'tian.bao', password: OWN }))).toEqual([401, 'ACCOUNT_DISABLED']);
  });

  it('T29: does not go on once the account is open again, or was reset, though nobody asked for anything in between', async () => {
    const change = (name: string) => api.tell('admin', name, { id: accountOf(clerk.id), reason: 'On leave' });
    await change('enableAccount');
    const cookie = await signIn();
    expect(await ask(cookie, '{ head }')).toMatchObject({ status: 200 });
    expect([await change('disableAccount'), await change('enableAccount')]).toMatchObject([
      { events: [{ type: 'AccountDisabled' }] },
      { events: [{ type: 'AccountEnabled' }] },
    ]);
    expect(codes(await ask(cookie, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
    const after = await signIn();
    expect(await ask(after, '{ head }')).toMatchObject({ status: 200 });
    const reset = await api.tell('admin', 'resetAccount', { id: accountOf(clerk.id) });
    expect(reset).toMatchObject({ events: [{ type: 'AccountReset' }] });
    expect(codes(await ask(after, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
  });
});
