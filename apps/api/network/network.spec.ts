import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.js';
import { isLoopback, takesDevelopmentTokens } from './network.js';

const OPEN = { HOST: '0.0.0.0', NODE_ENV: 'production' };
const OPEN_SAID =
  'HOST is not this machine alone: that needs NODE_ENV=production (no development tokens) and HTTPS (TLS_CERT and TLS_KEY, or PUBLIC_URL=https://… of a proxy) ' +
  '面向网络：须设置 NODE_ENV=production（停用开发令牌）并启用 HTTPS（TLS_CERT 与 TLS_KEY，或代理的 PUBLIC_URL=https://…）';
const FILES = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' };

describe('the network', () => {
  it('is this machine alone unless the operator says more', () => {
    expect(readConfig({}).network).toEqual({ host: '127.0.0.1', trustedProxies: [] });
    expect(readConfig({ HOST: '::1' }).network).toEqual({ host: '::1', trustedProxies: [] });
  });

  it('is open with HTTPS, its own or a proxy’s, in production', () => {
    const proxies = { TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,fd00::/8' };
    expect(readConfig({ ...OPEN, ...FILES, ...proxies }).network).toEqual({
      host: '0.0.0.0',
      tls: { cert: 'cert.pem', key: 'key.pem' },
      trustedProxies: ['10.0.0.1', '192.168.0.0/16', 'fd00::/8'],
    });
    const widest = { TRUSTED_PROXIES: '10.0.0.1/32,fd00::1/128' };
    expect(readConfig(widest).network.trustedProxies).toEqual(['10.0.0.1/32', 'fd00::1/128']);
    expect(readConfig({ ...OPEN, PUBLIC_URL: 'https://Sifang.example.org:443/' }).network).toEqual({
      host: '0.0.0.0',
      publicUrl: 'https://sifang.example.org',
      trustedProxies: [],
    });
  });

  it.each([
    [{ ...OPEN }, OPEN_SAID],
    [{ ...OPEN, ...FILES, NODE_ENV: 'test' }, OPEN_SAID],
    [{ ...OPEN, PUBLIC_URL: 'http://sifang.example.org' }, OPEN_SAID],
    [{ ...OPEN, ...FILES, PUBLIC_URL: 'http://sifang.example.org' }, OPEN_SAID],
    [{ ...OPEN, HOST: '127.evil.example', ...FILES, NODE_ENV: '' }, OPEN_SAID],
    [{ HOST: 'a b' }, /^HOST must be an address of this machine, like 127\.0\.0\.1 or 0\.0\.0\.0 须为.+$/],
    [{ TLS_CERT: 'cert.pem' }, /^TLS_KEY is missing: set TLS_CERT and TLS_KEY, or neither .*都不设置$/],
    [{ TLS_KEY: 'key.pem' }, /^TLS_CERT is missing/],
    [{ ...OPEN, PUBLIC_URL: 'sifang.example.org' }, /^PUBLIC_URL must look like [^\n]*$/],
    [{ PUBLIC_URL: 'sifang.example.org' }, /^PUBLIC_URL must look like .*不带路径$/],
    [{ PUBLIC_URL: 'https://sifang.example.org/path' }, /^PUBLIC_URL must look like/],
    [{ PUBLIC_URL: 'ftp://sifang.example.org' }, /^PUBLIC_URL must look like/],
    [{ TRUSTED_PROXIES: '10.0.0.1,proxy' }, /^TRUSTED_PROXIES must be addresses or ranges .*网段/],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, /^TRUSTED_PROXIES must be/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES must be/],
    [{ TRUSTED_PROXIES: '10.0.0.0/8/8' }, /^TRUSTED_PROXIES must be/],
    [{ TRUSTED_PROXIES: 'fd00::/129' }, /^TRUSTED_PROXIES must be/],
    [{ TRUSTED_PROXIES: '10.0.0.0/08' }, /^TRUSTED_PROXIES must be/],
    [{ PUBLIC_URL: 'https://[sifang' }, /^PUBLIC_URL must look like/],
    [{ PUBLIC_URL: 'https://somebody@sifang.example.org' }, /^PUBLIC_URL must look like/],
  ])('says in one line what to set: %j', (environment, message) => {
    const said = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(() => readConfig(environment)).toThrow(expect.objectContaining({ name: 'CannotStart', message: said }));
  });

  it('tells this machine from others', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1', 'localhost'].every(isLoopback)).toBe(true);
    expect(
      ['0.0.0.0', '::', '10.0.0.1', '::ffff:10.0.0.1', '127.evil.example', 'localhost.example'].some(isLoopback),
    ).toBe(false);
  });

  it('T29: has development tokens on this machine only, never in production', () => {
    const at = (environment: NodeJS.ProcessEnv) => takesDevelopmentTokens(readConfig(environment));
    expect(at({})).toBe(true);
    expect(at({ PUBLIC_URL: 'https://localhost:8443' })).toBe(true);
    expect(at({ NODE_ENV: 'production' })).toBe(false);
    expect(at({ PUBLIC_URL: 'https://sifang.example.org' })).toBe(false);
    expect(takesDevelopmentTokens({ production: false, network: { host: '0.0.0.0', trustedProxies: [] } })).toBe(false);
  });
});
