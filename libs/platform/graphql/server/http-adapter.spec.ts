import { describe, expect, it } from '@jest/globals';
import { httpAdapter } from './http-adapter.js';

const PROXY = '10.0.0.9';

/** Whom the server believes that it speaks with. */
const spokenWith = async (trustedProxies: readonly string[], remoteAddress = PROXY) => {
  const server = httpAdapter({ trustedProxies }).getInstance();
  server.get('/', ({ ip, protocol }) => ({ ip, protocol }));
  const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7', 'x-forwarded-proto': 'https' };
  const { body } = await server.inject({ url: '/', headers, remoteAddress });
  await server.close();
  return JSON.parse(body) as unknown;
};

describe('what a proxy says of who asks', () => {
  it('is believed of those that are trusted, and of nobody before them', async () => {
    const told = { ip: '203.0.113.7', protocol: 'https' };
    expect(await spokenWith([PROXY])).toEqual(told);
    expect(await spokenWith(['10.0.0.0/8'])).toEqual(told);
  });

  it('is believed of nobody else', async () => {
    expect(await spokenWith([])).toEqual({ ip: PROXY, protocol: 'http' });
    expect(await spokenWith([PROXY], '192.0.2.1')).toEqual({ ip: '192.0.2.1', protocol: 'http' });
  });
});
