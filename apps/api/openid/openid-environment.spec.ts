import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.js';

const ISSUER = { OIDC_ISSUER: 'https://id.example.org/realms/city', OIDC_CLIENT_ID: 'sifang' };
const HOME = { PUBLIC_URL: 'https://sifang.example.org' };

describe('the issuer', () => {
  it('is nobody, unless the operator names one', () => {
    expect(readConfig(HOME).openId).toBeUndefined();
  });

  it('is found by its address, and has words for the rest', () => {
    expect(readConfig({ ...ISSUER, ...HOME }).openId).toEqual({
      issuer: ISSUER.OIDC_ISSUER,
      clientId: 'sifang',
      clientSecret: undefined,
      accountClaim: 'preferred_username',
      scope: 'openid profile',
      publicUrl: HOME.PUBLIC_URL,
    });
    const more = { OIDC_CLIENT_SECRET: 'x', OIDC_ACCOUNT_CLAIM: 'employee_number', OIDC_SCOPE: 'openid staff' };
    const loopback = { OIDC_ISSUER: 'http://127.0.0.1:8080', PUBLIC_URL: 'http://localhost:4000' };
    expect(readConfig({ ...ISSUER, ...more, ...loopback }).openId).toEqual({
      issuer: 'http://127.0.0.1:8080',
      clientId: 'sifang',
      clientSecret: 'x',
      accountClaim: 'employee_number',
      scope: 'openid staff',
      publicUrl: 'http://localhost:4000',
    });
  });

  it.each([
    [
      { ...ISSUER, ...HOME, OIDC_ISSUER: 'http://id.example.org' },
      /^OIDC_ISSUER must look like .*须为 https.*仅限本机）$/,
    ],
    [{ ...ISSUER, ...HOME, OIDC_ISSUER: 'id.example.org' }, /^OIDC_ISSUER must look like/],
    [{ ...ISSUER, ...HOME, OIDC_ISSUER: 'https://id.example.org/?realm=city' }, /^OIDC_ISSUER must look like/],
    [{ ...ISSUER, ...HOME, OIDC_ISSUER: 'https://a:b@id.example.org/' }, /^OIDC_ISSUER must look like/],
    [{ ...ISSUER, ...HOME, OIDC_CLIENT_ID: '' }, /^OIDC_CLIENT_ID is missing: set OIDC_ISSUER and .*变量$/],
    [{ ...HOME, OIDC_CLIENT_SECRET: 'x' }, /^OIDC_ISSUER is missing: set OIDC_ISSUER and .*变量$/],
    [{ ...ISSUER }, /^PUBLIC_URL is missing: people come back .*仅限本机$/],
    [{ ...ISSUER, PUBLIC_URL: 'http://sifang.example.org' }, /^PUBLIC_URL is missing: people come back/],
    [{ ...ISSUER, PUBLIC_URL: 'sifang.example.org' }, /^PUBLIC_URL must look like .*不带路径$/],
    [{ ...ISSUER, ...HOME, OIDC_ACCOUNT_CLAIM: 'a claim' }, /^OIDC_ACCOUNT_CLAIM must be the name .*须为声明名/],
    [{ ...ISSUER, ...HOME, OIDC_SCOPE: 'profile' }, /^OIDC_SCOPE must be words .*openid$/],
  ])('is described in one line where something is wrong: %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ name: 'CannotStart', message: expect.stringMatching(message) }),
    );
  });
});
