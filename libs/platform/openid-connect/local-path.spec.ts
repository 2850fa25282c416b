import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './local-path.js';

describe('where to go after signing in', () => {
  it.each([
    ['/', '/'],
    ['/graphiql?query=%7Bhead%7D#top', '/graphiql?query=%7Bhead%7D#top'],
    ['/findings/../duties', '/duties'],
    ['/?to=//elsewhere.example', '/?to=//elsewhere.example'],
  ])('is a place of our own: %s', (text, path) => {
    expect(localPath(text)).toBe(path);
  });

  it.each([
    [''],
    ['findings'],
    ['https://elsewhere.example/'],
    ['//elsewhere.example/'],
    ['/\\elsewhere.example/'],
    ['/x\\y'],
    ['/.//elsewhere.example/'],
    ['/a/..//elsewhere.example/'],
    ['/\t/elsewhere.example/'],
    ['/x\r\nset-cookie: a=b'],
    ['/四方'],
    ['javascript:alert(1)'],
    [`/${'x'.repeat(2_000)}`],
  ])('is nowhere else: %j', (text) => {
    expect(localPath(text)).toBeUndefined();
  });

  it('stays here, whatever is asked', () => {
    const pieces = fc.array(fc.constantFrom('/', '\\', '.', '..', '@', ':', 'a.example', '%2f', '?', '#', '\t'));
    fc.assert(
      fc.property(pieces, (parts) => {
        const path = localPath(`/${parts.join('')}`);
        if (path !== undefined) expect(new URL(path, 'https://sifang.example').origin).toBe('https://sifang.example');
      }),
    );
  });
});
