import { expect, it } from '@jest/globals';
import { isSyllable } from './pinyin.js';
import { normaliseNotice } from '../normalise.js';

it.each(['zhǔn', 'yíng', 'zhuāng', 'xiōng', 'nǚ', 'lüè', 'ér', 'men', 'a', 'shu\u0300'])(
  '%s is a syllable',
  (letters) => {
    expect(isSyllable(letters)).toBe(true);
  },
);

it.each(['mg', 'kg', 'who', 'zhng', 'xyz', 'zhǔnquè', ''])('%s is none', (letters) => {
  expect(isSyllable(letters)).toBe(false);
});

it('so a unit in brackets stays, and a reading goes', () => {
  expect(normaliseNotice('劑量(mg)要準(zhǔn)確。').text).toBe('剂量(mg)要准确。');
});
