import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { CLIENT, OPEN_CLIENT, TestIssuer } from '../../../test/support/test-issuer.js';
import { Visitor } from '../../../test/support/visitor.js';
import { checksOf } from './begun-sign-ins.js';
import { IssuerUnavailable } from './issuer-fetch.js';
import { Issuer } from './issuer.js';
import { NotVouched } from './not-vouched.js';
import type { OpenIdSettings } from './openid-settings.js';

const HOME = 'http://127.0.0.1:9';
const PERSON = { sub: 'subject-1', preferred_username: 'tian.bao', employee_number: 10_482 };
const CHECKS = checksOf({ secret: 'of one browser' });
const OTHERS = checksOf({ secret: 'of another' });
const EXPIRES = 1_800_000_000;

describe('an issuer', () => {
  let there: TestIssuer;
  let now: Date | undefined;
  beforeAll(async () => {
    there = await TestIssuer.start(HOME);
  });
  afterEach(() => {
    Object.assign(there, { person: PERSON, tamper: undefined, instead: undefined });
    there.asked.length = 0;
    now = undefined;
  });
  afterAll(() => there.stop());

  const issuer = (other: Partial<OpenIdSettings> = {}, patience?: number) => {
    const settings = {
      ...{ issuer: there.url, accountClaim: 'preferred_username', scope: 'openid profile' },
      ...CLIENT,
    };
    return new Issuer({ ...settings, publicUrl: HOME, ...other }, () => now ?? new Date(), patience);
  };
  /** What the issuer has a browser bring back. */
  const brought = async (one: Issuer, checks = CHECKS) => {
    const { href } = await one.beginning(checks);
    const { url } = await new Visitor().go(href, { before: HOME });
    return new URL(url).search;
  };
  const vouched = async (one = issuer(), checks = CHECKS) => one.vouched(await brought(one), checks);
  const answer = (reply: ServerResponse, said: unknown) => {
    reply.setHeader('content-type', 'application/json').end(JSON.stringify(said));
    return true;
  };

  it('is asked with a code challenge, a state and a nonce, each of one browser', async () => {
    const { href, searchParams } = await issuer().beginning(CHECKS);
    expect(href.startsWith(`${there.url}/auth?`)).toBe(true);
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ client_id: 'sifang', response_type: 'code', scope: 'openid profile', code_challenge_method: 'S256' },
      redirect_uri: `${HOME}/auth/oidc/callback`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      ...{ state: CHECKS.state, nonce: CHECKS.nonce },
    });
    expect(href).not.toContain(CHECKS.verifier);
  });

  it('vouches for somebody by the claim that the operator chose, in the ID token or for who asks', async () => {
    expect(await vouched()).toEqual({
      ...{ subject: 'subject-1', name: 'tian.bao' },
      ...{ idToken: expect.stringMatching(/^ey/), session: expect.any(String) },
    });
    expect(there.asked.filter((path) => path === '/me')).toHaveLength(1);
    expect(await vouched(issuer({ accountClaim: 'employee_number' }))).toMatchObject({ name: '10482' });
    expect(await vouched(issuer({ accountClaim: 'badge' }))).toMatchObject({ subject: 'subject-1', name: undefined });
    there.asked.length = 0;
    there.tamper = ({ payload, sign }) => sign({ ...payload, preferred_username: 'in.the.token' });
    expect(await vouched()).toMatchObject({ name: 'in.the.token' });
    expect(there.asked).not.toContain('/me');
  });

  it('knows a client that has no secret by its code challenge alone', async () => {
    expect(await vouched(issuer(OPEN_CLIENT))).toMatchObject({ name: 'tian.bao' });
  });

  it.each([
    ['another state', (search: string) => search.replace(/state=[^&]+/, `state=${OTHERS.state}`)],
    ['no state', (search: string) => search.replace(/state=[^&]+&/, '')],
    ['the state twice', (search: string) => `${search}&state=${CHECKS.state}`],
    [
      'the name of another issuer',
      (search: string) => search.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example'),
    ],
    ['no name of the issuer', (search: string) => search.replace(/&iss=[^&]+/, '')],
    ['no code', (search: string) => search.replace(/code=[^&]+&/, '')],
    ['a made-up code', (search: string) => search.replace(/code=[^&]+/, 'code=made-up')],
    ['nothing', () => ''],
  ])('vouches for nobody who brings %s', async (_, change) => {
    const one = issuer();
    await expect(one.vouched(change(await brought(one)), CHECKS)).rejects.toThrow(NotVouched);
    expect(one.isAnswering).toBe(true);
  });

  it('vouches for nobody whose code was used already, or is for another browser', async () => {
    const one = issuer();
    const search = await brought(one);
    await one.vouched(search, CHECKS);
    await expect(one.vouched(search, CHECKS)).rejects.toThrow(NotVouched);
    await expect(vouched(one, { ...CHECKS, verifier: OTHERS.verifier })).rejects.toThrow(NotVouched);
    await expect(vouched(one, { ...CHECKS, nonce: OTHERS.nonce })).rejects.toThrow(NotVouched);
  });

  const foreign = async (payload: JWTPayload) => {
    const { privateKey } = await generateKeyPair('ES256');
    return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'key-1' }).sign(privateKey);
  };
  const bySecret = (payload: JWTPayload) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(CLIENT.clientSecret));
  it.each<[string, NonNullable<TestIssuer['tamper']>]>([
    ['has another nonce', ({ payload, sign }) => sign({ ...payload, nonce: OTHERS.nonce })],
    ['has no nonce', ({ payload: { nonce: _, ...payload }, sign }) => sign(payload)],
    ['is for another audience', ({ payload, sign }) => sign({ ...payload, aud: 'another' })],
    ['is for others as well', ({ payload, sign }) => sign({ ...payload, aud: ['sifang', 'another'], azp: 'another' })],
    ['is of another issuer', ({ payload, sign }) => sign({ ...payload, iss: 'https://elsewhere.example' })],
    ['has no subject', ({ payload: { sub: _, ...payload }, sign }) => sign(payload)],
    ['never ends', ({ payload: { exp: _, ...payload }, sign }) => sign(payload)],
    ['is signed with another key', ({ payload }) => foreign(payload)],
    ['is signed with the secret of the client', ({ payload }) => bySecret(payload)],
    ['is not signed', ({ payload }) => Promise.resolve(new UnsecuredJWT(payload).encode())],
    ['is none', () => Promise.resolve('')],
  ])('vouches for nobody with an ID token that %s', async (_, tamper) => {
    there.tamper = tamper;
    await expect(vouched()).rejects.toThrow(NotVouched);
  });

  it.each([
    [10, true],
    [60, false],
  ])('bears clocks that differ a little: an ID token that ended %i s ago is taken: %s', async (seconds, isTaken) => {
    there.tamper = ({ payload, sign }) => sign({ ...payload, iat: EXPIRES - 60, exp: EXPIRES });
    now = new Date((EXPIRES + seconds) * 1000);
    const said = vouched();
    await (isTaken
      ? expect(said).resolves.toMatchObject({ name: 'tian.bao' })
      : expect(said).rejects.toThrow(NotVouched));
  });

  it('takes another key at once, and the old one no more', async () => {
    const one = issuer();
    const old: string[] = [];
    there.tamper = async ({ payload, sign }) => (old.push(await sign(payload)), old[0] ?? '');
    expect(await vouched(one)).toMatchObject({ name: 'tian.bao' });
    await there.rotate();
    there.tamper = undefined;
    expect(await vouched(one)).toMatchObject({ name: 'tian.bao' });
    there.tamper = () => Promise.resolve(old[0] ?? '');
    await expect(vouched(one)).rejects.toThrow(NotVouched);
  });

  it('may say no, or that something is wrong with itself', async () => {
    const one = issuer();
    const said = (error: string) =>
      one.vouched(`?error=${error}&state=${CHECKS.state}&iss=${encodeURIComponent(there.url)}`, CHECKS);
    await expect(said('access_denied')).rejects.toMatchObject({ name: 'NotVouched', isTheirNo: true });
    await expect(said('login_required')).rejects.toMatchObject({ name: 'NotVouched', isTheirNo: false });
    await expect(said('temporarily_unavailable')).rejects.toThrow(IssuerUnavailable);
  });

  it('does not answer while it is down, and is asked again when it is up', async () => {
    const up = await there.down();
    const one = issuer();
    await expect(one.beginning(CHECKS)).rejects.toThrow(IssuerUnavailable);
    expect(one.isAnswering).toBe(false);
    await up();
    expect((await one.beginning(CHECKS)).href).toContain(there.url);
    expect(one.isAnswering).toBe(true);
  });

  it('does not answer where it goes down between the two ways', async () => {
    const one = issuer();
    const search = await brought(one);
    const up = await there.down();
    await expect(one.vouched(search, CHECKS)).rejects.toThrow(IssuerUnavailable);
    expect(one.isAnswering).toBe(false);
    await expect(one.beginning(CHECKS)).rejects.toThrow(IssuerUnavailable);
    await up();
    await one.look();
    expect(one.isAnswering).toBe(true);
    expect(await one.vouched(search, CHECKS)).toMatchObject({ name: 'tian.bao' });
  });

  it.each<[string, Partial<OpenIdSettings>]>([
    ['the secret is wrong', { clientSecret: 'wrong' }],
    ['the client is unknown', { clientId: 'unknown' }],
  ])('is as good as down where %s: that is for the operator to know', async (_, other) => {
    const search = await brought(issuer());
    await expect(issuer(other).vouched(search, CHECKS)).rejects.toThrow(IssuerUnavailable);
  });

  const metadata = (other: object) => ({
    ...{ issuer: there.url, authorization_endpoint: `${there.url}/auth`, token_endpoint: `${there.url}/token` },
    ...{ jwks_uri: `${there.url}/jwks`, id_token_signing_alg_values_supported: ['ES256'], ...other },
  });
  it.each<[string, NonNullable<TestIssuer['instead']>]>([
    ['calls itself something else', (_, reply) => answer(reply, metadata({ issuer: 'https://elsewhere.example' }))],
    ['sends us elsewhere', (_, reply) => (reply.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), true)],
    ['says too much', (_, reply) => answer(reply, metadata({ more: 'x'.repeat(300_000) }))],
    ['speaks no JSON', (_, reply) => (reply.setHeader('content-type', 'text/html').end('<p>Welcome'), true)],
    ['fails', (_, reply) => (reply.writeHead(500).end(), true)],
    ['says nothing', () => true],
  ])('is no issuer where it %s', async (_, instead) => {
    there.instead = instead;
    await expect(issuer({}, 0.3).beginning(CHECKS)).rejects.toThrow(IssuerUnavailable);
  });

  it('is the one that was named, also where a large one would speak for all', async () => {
    const large = 'https://login.microsoftonline.com';
    const said = metadata({ issuer: `${large}/{tenantid}/v2.0`, authorization_endpoint: `${large}/auth` });
    const stands = jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(said));
    await expect(issuer({ issuer: `${large}/common/v2.0` }).beginning(CHECKS)).rejects.toThrow(IssuerUnavailable);
    expect(stands).toHaveBeenCalledTimes(1);
    stands.mockRestore();
  });

  it.each(['token_endpoint', 'jwks_uri'])('is asked nothing at another origin that it names: %s', async (endpoint) => {
    const elsewhere = await TestIssuer.start(HOME);
    const one = issuer();
    const said = metadata({
      [endpoint]: `${elsewhere.url}/token`,
      authorization_response_iss_parameter_supported: true,
    });
    there.instead = ({ url }, reply) => url?.includes('.well-known') === true && answer(reply, said);
    const search = await brought(one);
    await expect(one.vouched(search, CHECKS)).rejects.toThrow(IssuerUnavailable);
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.stop();
  });

  it('is left as well, where it has a place for that', async () => {
    const one = issuer();
    const url = await one.ending('an ID token');
    expect(url && Object.fromEntries(url.searchParams)).toEqual({
      ...{ client_id: 'sifang', id_token_hint: 'an ID token' },
      post_logout_redirect_uri: `${HOME}/auth/oidc/signed-out`,
    });
    expect((await one.ending(undefined))?.searchParams.has('id_token_hint')).toBe(false);
    there.instead = (_, reply) => answer(reply, metadata({}));
    expect(await issuer().ending(undefined)).toBeUndefined();
    there.instead = (_, reply) => (reply.writeHead(500).end(), true);
    expect(await issuer().ending(undefined)).toBeUndefined();
  });

  it('is not believed about somebody else than whom the ID token is about', async () => {
    there.instead = ({ url }, reply) =>
      url === '/me' && answer(reply, { sub: 'subject-2', preferred_username: 'admin' });
    await expect(vouched()).rejects.toThrow(NotVouched);
  });
});
