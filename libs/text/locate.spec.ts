import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { locate } from './locate.js';
import { normaliseNotice } from './normalise.js';

const TEXT = '乾安县要把“显著位置”留给公告!隨著、着重、後續１２？';

it.each([
  ['乾安县', '乾安县'],
  ['显著位置留给', '显著位置”留给'],
  ['顯著位置', '显著位置'],
  ['乾安縣要把', '乾安县要把'],
  ['公告！', '公告!'],
  ['１２？', '１２？'],
  ['隨著', '隨著'],
])('E: finds a quote in its own script and form: %s', (quote, found) => {
  const place = locate(TEXT, quote);
  expect(TEXT.slice(place?.from, place?.to)).toBe(found);
});

it('finds a Traditional quote in what a Traditional text became', () => {
  const { text } = normaliseNotice('會議強調要著重抓好。');
  expect(locate(text, '要著重抓好')).toEqual({ from: 4, to: 9 });
});

it('E: finds every stretch of a text in that text', () => {
  const piece = fc.constantFrom(
    '著',
    '乾',
    '隨著',
    '顯著',
    '１',
    '!',
    '！',
    '“',
    '”',
    ' ',
    '么',
    '麽',
    '後',
    '要',
    '。',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const text = pieces.join('');
      const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
      const words = text.slice(from, to + 1).replace(/[“”\s]/g, '');
      const place = locate(text, text.slice(from, to + 1));
      expect(text.slice(place?.from, place?.to).replace(/[“”\s]/g, '')).toBe(
        words === '' ? text.replace(/[“”\s]/g, '') : words,
      );
    }),
  );
});
