import { describe, expect, it } from '@jest/globals';
import { ForeignOrigin, OwnOrigin } from './own-origin.js';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const host = 'sifang.example.org';

describe('the own origin', () => {
  it.each([
    [{ origin: `http://${host}`, host }, true],
    [{ origin: `http://${host}`, host: 'other.example.org' }, false],
    [{ origin: 'http://other.example.org', host, ...JSON_TYPE }, false],
    [{ origin: 'null', host, ...JSON_TYPE }, false],
    [{ origin: 'null' }, false],
    [{ host, ...JSON_TYPE }, true],
    [{ host, 'content-type': 'application/json' }, true],
    [{ host, 'content-type': 'text/plain; application/json' }, false],
    [{ host, 'content-type': 'application/jsonp' }, false],
    [{ host }, false],
  ])('is the address that was asked, where none is set: %j %s', (sent, isOwn) => {
    expect(new OwnOrigin().isOf(sent)).toBe(isOwn);
  });

  it.each([
    [{ origin: `https://${host}`, host: '127.0.0.1:4000' }, true],
    [{ origin: `http://${host}`, host }, false],
    [{ origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' }, false],
    [{ origin: `https://${host}:8443`, host }, false],
  ])('is the one that is set, with its scheme and port: %j %s', (sent, isOwn) => {
    expect(new OwnOrigin(`https://${host}`).isOf(sent)).toBe(isOwn);
  });

  it('is no page that came without TLS, where there is TLS of its own', () => {
    const isOwn = (scheme: string) =>
      new OwnOrigin(undefined, true).isOf({ origin: `${scheme}://${host}:4000`, host: `${host}:4000` });
    expect([isOwn('https'), isOwn('http')]).toEqual([true, false]);
  });

  it('is asked of those whom a cookie lets in, and of nobody with a token', () => {
    const foreign = { origin: 'https://elsewhere.example', host, ...JSON_TYPE };
    const holding = (presented: { token?: string; cookie?: string }) => () => {
      new OwnOrigin().hold(presented, foreign);
    };
    expect(holding({ cookie: 'c' })).toThrow(ForeignOrigin);
    expect(holding({ cookie: 'c', token: 't' })).not.toThrow();
    expect(holding({})).not.toThrow();
  });

  it('T29: looks at no plain cookie where cookies are for TLS only', () => {
    const cookie = (url: string | undefined, sent: string, protocol = 'http') =>
      new OwnOrigin(url).shownBy({ headers: { cookie: sent }, protocol }).cookie;
    expect(cookie(`https://${host}`, 'sifang=planted')).toBeUndefined();
    expect(cookie(undefined, 'sifang=planted', 'https')).toBeUndefined();
    expect(cookie(`https://${host}`, 'sifang=planted; __Host-sifang=own')).toBe('own');
    expect(cookie(undefined, 'sifang=own')).toBe('own');
  });

  it('says whether cookies are for TLS only', () => {
    expect(new OwnOrigin(`https://${host}`).isSecure({ protocol: 'http' })).toBe(true);
    expect(new OwnOrigin(`http://${host}`).isSecure({ protocol: 'http' })).toBe(false);
    expect(new OwnOrigin().isSecure({ protocol: 'https' })).toBe(true);
    expect(new OwnOrigin().isSecure({ protocol: 'http' })).toBe(false);
  });
});
