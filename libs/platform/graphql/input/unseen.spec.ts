import { describe, expect, it } from '@jest/globals';
import { refuseUnseen, unseenIn } from './unseen.js';

describe('a text that people are to read', () => {
  it.each([
    ['plain words', '消防通道堵塞 Blocked exit'],
    ['several lines', '一\n\t二'],
    ['a family', '👨‍👩‍👧 👩🏽‍🚒'],
    ['a heart, a key cap', '❤️ 1️⃣ #️⃣ ☎︎'],
    ['an ideograph in a form of its own', '葛\u{E0100}城 㐂\uFE00'],
    ['a character of private use, as rare names have', '\uE000'],
    ['marks alone', '——！'],
    ['other scripts', 'ئۇيغۇر བོད་ཡིག ᠮᠣᠩᠭᠣᠯ'],
  ])('W7: may hold %s', (_, text) => {
    expect(unseenIn(text)).toBeUndefined();
  });

  it.each([
    ['a space of no width', 'a\u200Bb', 'U+200B', 2],
    ['a mark of byte order', 'ab\uFEFFc', 'U+FEFF', 3],
    ['a direction', '\u202Eabc', 'U+202E', 1],
    ['an isolate', 'a\u2066b\u2069', 'U+2066', 2],
    ['a mark of direction', 'ab\u200F', 'U+200F', 3],
    ['a soft hyphen', 'a\u00ADb', 'U+00AD', 2],
    ['a filler', 'a\u3164', 'U+3164', 2],
    ['a joiner outside emoji', '安\u200D全', 'U+200D', 2],
    ['a joiner at the end of an emoji', '👩\u200D', 'U+200D', 2],
    ['a selector after a letter', 'a\uFE0F', 'U+FE0F', 2],
    ['a second selector after an ideograph', '葛\u{E0100}\u{E0101}', 'U+E0101', 3],
    ['a tag', '👩\u{E0041}', 'U+E0041', 2],
    ['a mark between lines', 'a\u2028b', 'U+2028', 2],
    ['one after an emoji, which counts as its characters', '👨‍👩‍👧\u200B', 'U+200B', 6],
  ])('W7: may not hold %s, and says where', (_, text, character, place) => {
    expect(unseenIn(text)).toEqual({
      en: `Character ${String(place)} (${character}) cannot be seen or changes the direction of the text; leave it out.`,
      zh: `第 ${String(place)} 个字符（${character}）不可见或会改变文字方向，请删除。`,
    });
  });

  it.each([
    ['spaces', '\u00A0\u3000'],
    ['Braille without a dot', '\u2800'],
    ['marks with nothing below them', '\u0301'],
  ])('W7: is more than %s', (_, text) => {
    expect(unseenIn(text)?.zh).toBe('须至少含一个可见字符。');
  });

  it('W7: is refused with the way to it, however deep it lies', () => {
    const input = { name: 'seen', clauses: [{ text: '一' }, { text: '二\u200B' }] };

    expect(() => {
      refuseUnseen(input, 'input');
    }).toThrow(
      expect.objectContaining({ name: 'AppError', code: 'BAD_USER_INPUT', at: ['input', 'clauses', '1', 'text'] }),
    );
  });
});
