import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { locate } from './locate.js';
import { normaliseNotice } from './normalise.js';
import { QUOTES } from './quotes.examples.js';
import { simplified } from './script/script.js';
import { notice, NOTICES } from './seeds.examples.js';

describe('1.0: the three notices', () => {
  const [guangxi, luzhou, henan] = NOTICES.map((name) => normaliseNotice(notice(name)));

  it('lose their bracketed readings: none, 245 and 83', () => {
    expect([guangxi, luzhou, henan].map((read) => read?.counts.readings)).toEqual([0, 245, 83]);
  });

  it('lose doubled marks: 75 before a comma, a full stop or an enumeration comma, and three before a semicolon', () => {
    expect(luzhou?.counts.doubledMarks).toBe(75 + 3);
    expect(luzhou?.text).not.toMatch(/,[,。、;:]/);
  });

  it('lose indents, page furniture and get a lost space back', () => {
    expect(henan?.counts).toMatchObject({ indents: 7, lostSpaces: 1, furniture: 2 });
    expect(henan?.text).toContain('(记者李铮 冯芸)');
    expect(henan?.text).not.toMatch(/首页|分享|\?{2}/);
    expect(guangxi?.counts.furniture).toBe(1);
    expect(guangxi?.text).toMatch(/设分会场。$/);
  });

  it('keep what nobody can read, flagged: four runs in 001, one in 002, none in 000', () => {
    expect(guangxi?.flags).toEqual([]);
    expect(luzhou?.flags.map(({ kind, original }) => [kind, original])).toEqual([
      ['mojibake', '?zhǔn)称贩揽?'],
      ['mojibake', '?zhǔn)称啡鞒炭勺匪荨R掷m(xù)'],
      ['mojibake', '?;鶎狱h'],
      ['mojibake', '?qǐng)?bào)'],
    ]);
    expect(henan?.flags.map(({ original }) => original)).toEqual(['?yōu)榇_']);
  });

  it('have their flags at the place of the damage', () => {
    const around = [luzhou, henan].flatMap((read) =>
      (read?.flags ?? []).map(({ from, to }) => [read?.text.slice(from - 2, from), read?.text.slice(to, to + 2)]),
    );
    expect(around).toEqual([
      ['冷链', ',确'],
      ['冷链', '用力'],
      ['关切', '组织'],
      ['泸州日'.slice(-2), '记者'],
      ['素变', '定性'],
    ]);
  });

  it.each(NOTICES)('%s: is complete, and holds no Traditional character any more', (name) => {
    const { text, complete } = normaliseNotice(notice(name));
    expect(complete).toBe(true);
    expect([...text].filter((char) => simplified(char) !== char)).toEqual([]);
  });

  it.each(NOTICES)('%s: is incomplete when it is cut off in the middle of a sentence', (name) => {
    const whole = notice(name);
    const cut = whole.lastIndexOf('。', whole.length - 100) + 4;
    expect(normaliseNotice(whole.slice(0, cut)).complete).toBe(false);
  });
});

describe('every quotation of the domain', () => {
  const texts = new Map(NOTICES.map((name) => [name, normaliseNotice(notice(name)).text]));

  it.each(QUOTES.filter(([row]) => row !== 'C56'))('%s is found in %s: %s', (_, name, quote) => {
    const text = texts.get(name) ?? '';
    const place = locate(text, quote);
    expect(text.slice(place?.from, place?.to).replace(/[“”]/g, '')).toBe(quote);
  });

  it('but C56, whose first characters the file has lost', () => {
    const garbled = QUOTES.filter(([row]) => row === 'C56');
    expect(garbled).toHaveLength(1);
    for (const [, name, quote] of garbled) {
      expect(locate(texts.get(name) ?? '', quote)).toBeUndefined();
      expect(locate(texts.get(name) ?? '', quote.slice('基层党'.length))).toBeDefined();
    }
  });

  it('is one of the 86 that cite these files', () => {
    expect(QUOTES).toHaveLength(86);
  });
});

/** Traditional characters, damage, furniture and ordinary text in any order. */
const piece = fc.oneof(
  fc.constantFrom('準', '確', '隨著', '薴', '乾坤', '麼', '防控', '記者', '(記者李錚?馮蕓)', '𠮷', '鶎'),
  fc.constantFrom('(zhǔn)', '(què)', '(men)', '(mg)', 'zhǔn)', 'm(xù)', '(', ')', '()', 'AB', 'R'),
  fc.constantFrom(',', ',,', ',。', '。', '、', ';', '，', '？', '?', '????', '_', '\ufffd', '２４'),
  fc.constantFrom('\n', '\r\n', ' ', '\u3000', '首頁 >> 內容', '分享', ' |', '>>', '\ufeff', '“四方責任”'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('normalising any text', () => {
  it('twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text } = normaliseNotice(original);
        expect(normaliseNotice(text).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('puts flags in order, inside the text, on what the original has', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, flags } = normaliseNotice(original);
        let end = 0;
        for (const flag of flags) {
          expect(flag.from).toBeGreaterThanOrEqual(end);
          expect(flag.to).toBeGreaterThan(flag.from);
          expect(original).toContain(flag.original);
          end = flag.to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no Traditional character behind', () => {
    const table = Array.from({ length: 0x9fff - 0x4e00 }, (_, i) => String.fromCodePoint(0x4e00 + i)).filter(
      (char) => simplified(char) !== char,
    );
    expect(table.length).toBeGreaterThan(2500);
    fc.assert(
      // The commas keep apart what would be a word in which a character stays, such as 乾坤.
      fc.property(fc.array(fc.constantFrom(...table), { minLength: 1 }), (chars) => {
        const { text } = normaliseNotice(chars.join(','));
        expect(table.filter((char) => text.includes(char))).toEqual([]);
      }),
    );
  });

  it('flags each planted run, where it is and as it was', () => {
    const sound = fc.constantFrom('要嚴格落實防控責任,不留空白。', '確保責任到人、任務到崗\n', '會議強調,');
    const damage = fc.constantFrom('準?確', '這\ufffd裡', '把?zhǔn)動', '變_動');
    fc.assert(
      fc.property(fc.array(fc.tuple(sound, damage, sound)), (parts) => {
        const original = `${parts.flat().join('')}堅持。`;
        const { text, flags } = normaliseNotice(original);
        const core = (planted: string) => planted.slice(1, -1);
        expect(flags.map((flag) => flag.original)).toEqual(parts.map(([, planted]) => core(planted)));
        expect(flags.map(({ from, to }) => text.slice(from, to))).toEqual(parts.map(([, planted]) => core(planted)));
      }),
    );
  });
});
