import { describe, expect, it } from '@jest/globals';
import { canonical, NotCanonical } from './canonical.js';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 3.2.2 as 3.2.4 shows it', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units, as the example of RFC 8785 3.2.3', () => {
    const example = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect([...canonical(example).matchAll(/:(\d)/g)].map(([, n]) => n).join('')).toBe('2467153');
  });

  it('is one text for every order of fields, and leaves out undefined ones', () => {
    expect(canonical({ b: 1, a: [{ d: 2, c: undefined }] })).toBe(canonical({ a: [{ d: 2 }], b: 1 }));
  });

  it('writes numbers to the edge of 2^53, and minus zero as zero', () => {
    expect(canonical([2 ** 53 - 1, -(2 ** 53 - 1), -0, 1.5e-300])).toBe(
      '[9007199254740991,-9007199254740991,0,1.5e-300]',
    );
  });

  it.each([
    ['half of a surrogate pair', { name: '\ud83d' }, ['name']],
    ['half of a surrogate pair in a key', { list: [{ '\ude00': 1 }] }, ['list', '0']],
    ['NUL', ['a\0b'], ['0']],
    ['infinity', { n: Infinity }, ['n']],
    ['not a number', { n: NaN }, ['n']],
    ['an integer that would lose digits', { n: 2 ** 53 }, ['n']],
    ['a bigint', { n: 1n }, ['n']],
    ['undefined in a list', [undefined], ['0']],
    ['a date', { at: new Date(0) }, ['at']],
    ['bytes', { at: Buffer.from('x') }, ['at']],
  ])('refuses %s and says where', (_, value, path) => {
    const refused = expect.objectContaining({ name: 'NotCanonical', path });
    expect(() => canonical(value)).toThrow(refused);
  });

  it('refuses what contains itself instead of running out of stack', () => {
    const loop: { self?: object } = {};
    loop.self = loop;
    expect(() => canonical(loop)).toThrow(NotCanonical);
  });
});
