import { describe, expect, it } from '@jest/globals';
import { stretchesOf } from './marks';

const TEXT = '3月31日 要加强值班?守。';
const at = (words: string) => ({ from: TEXT.indexOf(words), to: TEXT.indexOf(words) + words.length });

describe('the text of a document, where something is to be looked at', () => {
  it('is cut at what is asked and at what nobody can read, and loses no sign', () => {
    const found = stretchesOf(TEXT, [{ from: null, to: null }, at('?')], [at('?')]);
    expect(found).toEqual([
      { at: 0, words: '3月31日 要加强值班', damaged: false },
      { at: 11, words: '?', damaged: true, question: 1 },
      { at: 12, words: '守。', damaged: false },
    ]);
    expect(found.map(({ words }) => words).join('')).toBe(TEXT);
  });

  it('shows what overlaps once, and what is damaged without a question, too', () => {
    const found = stretchesOf(TEXT, [at('31日'), at('1日 要')], [at('守')]);
    expect(found.filter(({ question, damaged }) => question !== undefined || damaged)).toEqual([
      { at: 2, words: '31日', damaged: false, question: 0 },
      { at: TEXT.indexOf('守'), words: '守', damaged: true },
    ]);
    expect(found.map(({ words }) => words).join('')).toBe(TEXT);
  });
});
