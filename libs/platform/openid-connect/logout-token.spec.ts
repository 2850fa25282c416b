import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { OLDEST_LOGOUT_SECONDS, readLogoutToken } from './logout-token.js';
import { NotVouched } from './not-vouched.js';

const NOW = 1_770_000_000;
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const SAID: JWTPayload = {
  ...{ iss: 'https://id.example', aud: 'sifang', iat: NOW, exp: NOW + 120, jti: 'n-1', sub: 'subject-1', sid: 's-1' },
  events: { [EVENT]: {} },
};
const without = (name: string): JWTPayload => Object.fromEntries(Object.entries(SAID).filter(([key]) => key !== name));
type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

describe('a logout token', () => {
  let own: Pair;
  let other: Pair;
  let keys: { keys: JWK[] };
  beforeAll(async () => {
    [own, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
    keys = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k', alg: 'ES256', use: 'sig' }] };
  });
  const signed = (payload: JWTPayload, { by = own, typ }: { by?: Pair; typ?: string } = { typ: 'logout+jwt' }) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'k', ...(typ && { typ }) }).sign(by.privateKey);
  const read = (token: string, algorithms = ['ES256']) =>
    readLogoutToken(token, {
      ...{ issuer: 'https://id.example', clientId: 'sifang', keys, algorithms },
      now: new Date(NOW * 1000),
    });

  it('says whose sessions end, and which, in any type that an issuer writes', async () => {
    const said = { number: 'n-1', subject: 'subject-1', session: 's-1' };
    for (const typ of ['logout+jwt', 'JWT', undefined])
      expect(await read(await signed(SAID, typ === undefined ? {} : { typ }))).toEqual(said);
    expect(await read(await signed(without('sid')))).toEqual({ ...said, session: undefined });
    expect(await read(await signed(without('sub')))).toEqual({ ...said, subject: undefined });
    expect(await read(await signed({ ...SAID, aud: ['another', 'sifang'] }))).toEqual(said);
  });

  it.each<[string, JWTPayload]>([
    ['of another issuer', { ...SAID, iss: 'https://elsewhere.example' }],
    ['for another client', { ...SAID, aud: 'another' }],
    ['signed long ago', { ...SAID, iat: NOW - OLDEST_LOGOUT_SECONDS - 31, exp: NOW + 120 }],
    ['signed in the future', { ...SAID, iat: NOW + 60 }],
    ['past its end', { ...SAID, exp: NOW - 31 }],
    ['of no event', { ...SAID, events: {} }],
    ['of another event', { ...SAID, events: { 'http://schemas.openid.net/event/other': {} } }],
    ['of an event that is no object', { ...SAID, events: { [EVENT]: true } }],
    ['of nobody', { ...without('sub'), sid: undefined }],
    ['with a nonce, as an ID token has', { ...SAID, nonce: 'of a sign-in' }],
    ...['iss', 'aud', 'iat', 'exp', 'jti', 'events'].map((name): [string, JWTPayload] => [
      `without ${name}`,
      without(name),
    ]),
  ])('does not hold %s', async (_, payload) => {
    await expect(read(await signed(payload))).rejects.toThrow(NotVouched);
  });

  it('does not hold with another key, without a signature, by another algorithm, of another type, or as anything else', async () => {
    const hmac = await new SignJWT(SAID).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(Buffer.alloc(32, 1));
    const tokens = [
      await signed(SAID, { by: other }),
      new UnsecuredJWT(SAID).encode(),
      hmac,
      await signed(SAID, { typ: 'at+jwt' }),
      'no token',
      '',
    ];
    for (const token of tokens) await expect(read(token, ['ES256', 'HS256', 'none'])).rejects.toThrow(NotVouched);
    await expect(read(await signed(SAID), ['RS256'])).rejects.toThrow(NotVouched);
  });
});
