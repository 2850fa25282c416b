import { accountOf } from '#contexts/grants';
import type { SecurityWord } from '#platform/security';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { clerkWithAccount } from '../support/account.js';
import { clerk } from '../support/browser.js';
import { ReverseProxy } from '../support/reverse-proxy.js';
import { RunningApi } from '../support/running-api.js';
import { securityEntries } from '../support/security-entries.js';
import { soon } from '../support/soon.js';
import { CLIENT, TestIssuer } from '../support/test-issuer.js';
import { Visitor } from '../support/visitor.js';

// A real issuer, and a real server, on machines that may be busy.
jest.setTimeout(240_000);

const PASSWORD = 'a password of my very own';
const NAME = 'tian.bao';
const ZH = { 'accept-language': 'zh', accept: 'application/json' };
const EN = { accept: 'application/json' };

/** People for whom a real issuer vouches, over HTTP, on PostgreSQL. */
describe('signing in by an issuer', () => {
  let home: ReverseProxy;
  let issuer: TestIssuer;
  let api: RunningApi;
  let visitor: Visitor;

  beforeAll(async () => {
    home = await ReverseProxy.start();
    issuer = await TestIssuer.start(home.url);
    const network = { host: '127.0.0.1', publicUrl: home.url, trustedProxies: ['127.0.0.1'] };
    const told = { accountClaim: 'preferred_username', scope: 'openid profile', publicUrl: home.url };
    api = await RunningApi.start(undefined, network, { openId: { issuer: issuer.url, ...CLIENT, ...told } });
    home.upstream = api.address;
    expect((await api.load(founding)).failed).toEqual([]);
    await clerkWithAccount(api, { name: NAME, password: PASSWORD });
  });
  afterAll(async () => {
    await api.stop();
    await issuer.stop();
    await home.stop();
  });
  beforeEach(() => {
    visitor = new Visitor();
    issuer.person = { sub: 'subject-1', preferred_username: 'Tian.Bao' };
  });
  afterEach(() => {
    issuer.tamper = undefined;
  });

  const begin = (to?: string) => `${home.url}/auth/oidc${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`;
  const ask = async (query: string, who: Pick<Visitor, 'cookies'> = visitor) => {
    const headers = { 'content-type': 'application/json', cookie: who.cookies(home.url) };
    const response = await fetch(`${home.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { status: response.status, body: (await response.json()) as { data?: { me?: unknown } } };
  };
  const code = (text: string) =>
    (JSON.parse(text) as { errors: readonly { extensions: { code: string } }[] }).errors[0]?.extensions.code;
  /** It is written a moment later. */
  const lastLine = (word: SecurityWord, line: object) =>
    soon(async () => {
      expect((await securityEntries(api, word)).at(-1)).toMatchObject(line);
    });

  it('lets in who has an account, in the post that they hold, and leads them where they wanted to go', async () => {
    const shown = await visitor.go(begin('/health/live?from=issuer'));
    expect(shown).toMatchObject({ url: `${home.url}/health/live?from=issuer`, status: 200 });
    expect(visitor.cookies(home.url)).toMatch(/^sifang=[\w-]{43}; sifang-issuer=ey[\w.-]+$/);
    const { body } = await ask('{ me { person { id } post { id } } }');
    expect(body.data?.me).toMatchObject({ person: { id: clerk.id }, post: { id: clerk.post.id } });
    await lastLine('authn_login_success', { account: accountOf(clerk.id), operation: 'openid' });
  });

  it('lets in nobody else under the name, until an administrator frees the account', async () => {
    await visitor.go(begin());
    issuer.person = { sub: 'subject-2', preferred_username: NAME };
    const led = () => new Visitor().go(begin(), { headers: EN });
    const [shown, page] = [await led(), await new Visitor().go(begin())];
    expect([shown.status, code(shown.text)]).toEqual([403, 'SUBJECT_DIFFERS']);
    expect(page.text).toMatch(/has to unpin it.*解除绑定/s);
    await lastLine('authn_login_fail', { account: accountOf(clerk.id), code: 'SUBJECT_DIFFERS', operation: 'openid' });
    const free = { id: accountOf(clerk.id), reason: 'Another number of staff' };
    const unpin = async () =>
      expect(await api.tell('admin', 'unpinAccount', free)).toMatchObject({ events: [{ type: 'AccountUnpinned' }] });
    await unpin();
    expect(await led()).toMatchObject({ status: 200 });
    issuer.person = { ...issuer.person, sub: 'subject-1' };
    expect(code((await led()).text)).toBe('SUBJECT_DIFFERS');
    await unpin();
    expect(await led()).toMatchObject({ status: 200 });
  });

  it('says that they are in where they wanted to go nowhere else', async () => {
    const shown = await visitor.go(begin());
    expect(shown).toMatchObject({ url: `${home.url}/auth/oidc/signed-in`, status: 200 });
    expect(shown.text).toMatch(/You are signed in\..*您已登录。/s);
  });

  it.each(['//elsewhere.example/', 'https://elsewhere.example/', '/\\elsewhere.example', '/.//elsewhere.example'])(
    'leads nobody elsewhere: %s',
    async (to) => {
      const shown = await visitor.go(begin(to), { headers: EN });
      expect([shown.status, code(shown.text)]).toEqual([400, 'BAD_USER_INPUT']);
    },
  );

  it('makes no account, and says in both languages whom to ask', async () => {
    issuer.person = { sub: 'subject-2', preferred_username: 'nobody.here' };
    const shown = await visitor.go(begin());
    expect(shown.status).toBe(403);
    expect(shown.text).toMatch(/ask an administrator of Sifang.*联系本系统管理员/s);
    expect(shown.text).not.toContain('nobody.here');
    const message = (text: string) => (JSON.parse(text) as { errors: { message: string }[] }).errors[0]?.message;
    expect(message((await visitor.go(begin(), { headers: EN })).text)).toMatch(/^The sign-in service knows you/);
    expect(message((await visitor.go(begin(), { headers: ZH })).text)).toMatch(/^统一身份认证已确认您的身份/);
    expect(visitor.cookies(home.url)).toBe('');
    await lastLine('authn_login_fail', { code: 'NO_ACCOUNT', operation: 'openid' });
  });

  it('takes what comes back once, and from the browser that began', async () => {
    const { url: back } = await visitor.go(begin(), { before: `${home.url}/auth/oidc/callback` });
    // Somebody is led to what another browser began: they would act under another's name.
    const led = await new Visitor().go(back, { headers: EN });
    expect([led.status, code(led.text)]).toEqual([400, 'NOT_BEGUN_HERE']);
    const held = visitor.cookies(home.url);
    expect(await visitor.go(back)).toMatchObject({ status: 200 });
    const again = await new Visitor().go(back, { headers: { ...EN, cookie: held } });
    expect([again.status, code(again.text)]).toEqual([400, 'NOT_BEGUN_HERE']);
  });

  it('lets nobody in with an answer that does not hold', async () => {
    issuer.tamper = ({ payload, sign }) => sign({ ...payload, nonce: 'of another' });
    const shown = await visitor.go(begin(), { headers: EN });
    expect([shown.status, code(shown.text)]).toEqual([401, 'ANSWER_NOT_VALID']);
    expect(visitor.cookies(home.url)).toBe('');
  });

  it('is told by the issuer whose sessions have ended, and believes nobody else', async () => {
    const inside = new Visitor();
    await inside.go(begin());
    const url = `${home.url}/auth/oidc/back-channel-logout`;
    const tell = async (token: string) => {
      const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });
      return [response.status, response.headers.get('cache-control'), await response.text()] as const;
    };
    const seconds = Math.floor(Date.now() / 1000);
    const said = {
      ...{ iss: issuer.url, aud: CLIENT.clientId, iat: seconds, exp: seconds + 60, jti: 'n-1', sub: 'subject-1' },
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    };
    const [, , refused] = await tell(await issuer.sign({ ...said, nonce: 'of a sign-in' }));
    expect(code(refused)).toBe('LOGOUT_NOT_VALID');
    expect((await ask('{ head }', inside)).status).toBe(200);
    const token = await issuer.sign(said);
    expect(await tell(token)).toEqual([200, 'no-store', '']);
    expect((await ask('{ head }', inside)).status).toBe(401);
    expect(await tell(token)).toMatchObject([400, 'no-store', expect.stringContaining('LOGOUT_NOT_VALID')]);
    expect((await fetch(url, { method: 'POST', body: new URLSearchParams({ other: 'x' }) })).status).toBe(400);
  });

  it('leaves the issuer too, where people leave who came by it', async () => {
    await visitor.go(begin());
    const before = visitor.cookies(home.url);
    const elsewhere = { cookies: () => before };
    // Whoever signs in beside that session ends it: it is left open as in another window.
    visitor.forget(home.url);
    await visitor.go(begin());
    expect((await ask('{ head }', elsewhere)).status).toBe(200);
    const out = async (cookie: string) => {
      const headers = { 'content-type': 'application/json', cookie };
      const response = await fetch(`${home.url}/auth/sign-out`, { method: 'POST', headers, body: '{}' });
      const text = await response.text();
      const told = text === '' ? {} : (JSON.parse(text) as { signOutAt?: string });
      return { status: response.status, gone: response.headers.getSetCookie(), ...told };
    };
    const held = visitor.cookies(home.url);
    const { status, signOutAt = '', gone } = await out(held);
    expect(status).toBe(200);
    expect(gone).toEqual([
      expect.stringMatching(/^sifang=; Max-Age=0/),
      expect.stringMatching(/^sifang-issuer=; Max-Age=0/),
    ]);
    expect((await ask('{ head }')).status).toBe(401);
    const page = await visitor.go(signOutAt);
    const xsrf = /name="xsrf" value="(\w+)"/.exec(page.text)?.[1] ?? '';
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    const left = await fetch(`${issuer.url}/session/end/confirm`, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { cookie: visitor.cookies(issuer.url) },
    });
    expect(await visitor.go(left.headers.get('location') ?? '')).toMatchObject({
      url: `${home.url}/auth/oidc/signed-out`,
      text: expect.stringMatching(/You are signed out\..*您已退出。/s),
    });
    // The issuer tells every client that somebody has left it, server to server.
    await soon(async () => expect((await ask('{ head }', elsewhere)).status).toBe(401));
    const said = expect.objectContaining({ account: accountOf(clerk.id), code: 'LEFT_ISSUER' });
    await soon(async () => expect(await securityEntries(api, 'session_expired')).toContainEqual(said));
    // Who came by a password leaves nothing but this.
    expect(await out(held.replace(/sifang-issuer=[^;]+/, ''))).toMatchObject({ status: 204 });
  });

  it('goes on without the issuer: by password, in sessions, and in health, which has an alarm', async () => {
    const inside = new Visitor();
    await inside.go(begin());
    const { url: back } = await visitor.go(begin(), { before: `${home.url}/auth/oidc/callback` });
    const up = await issuer.down();
    for (const url of [back, begin()]) {
      const shown = await visitor.go(url, { headers: EN });
      expect([shown.status, code(shown.text)]).toEqual([503, 'ISSUER_UNAVAILABLE']);
    }
    await fetch(`${api.address}/metrics`);
    const ready = await fetch(`${api.address}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ alarms: ['issuer'] })]);
    expect(await ask('{ head }', inside)).toMatchObject({ status: 200 });
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ name: NAME, password: PASSWORD });
    expect((await fetch(`${home.url}/auth/sign-in`, { method: 'POST', headers, body })).status).toBe(200);
    await up();
    expect(await visitor.go(begin())).toMatchObject({ status: 200 });
    await fetch(`${api.address}/metrics`);
    expect(await (await fetch(`${api.address}/health/ready`)).json()).toMatchObject({ status: 'ok' });
  });

  it('lets nobody in whose account is disabled', async () => {
    const shut = { id: accountOf(clerk.id), reason: 'On leave' };
    expect(await api.tell('admin', 'disableAccount', shut)).toMatchObject({ events: [{ type: 'AccountDisabled' }] });
    const shown = await visitor.go(begin(), { headers: EN });
    expect([shown.status, code(shown.text)]).toEqual([401, 'ACCOUNT_DISABLED']);
    expect(visitor.cookies(home.url)).toBe('');
  });
});
