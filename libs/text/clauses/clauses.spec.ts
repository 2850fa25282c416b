import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draftClauses } from './clauses.js';
import { ASKED } from './notices.clauses.examples.js';
import { locate } from '../locate.js';
import { normaliseNotice } from '../normalise.js';
import { notice, NOTICES } from '../seeds.examples.js';

const drafted = (text: string) => draftClauses({ text, flags: [] });
const texts = (text: string) => drafted(text).map((clause) => clause.text);

describe('the requirements of the three notices', () => {
  const of = (name: (typeof NOTICES)[number]) => draftClauses(normaliseNotice(notice(name)));

  it.each(NOTICES)(
    'E: %s: are what a careful reader finds, word for word, none of them numbered or a heading',
    (name) => {
      const found = of(name);
      expect(found.map(({ text }) => text)).toEqual(ASKED[name]);
      expect(found.filter(({ number, heading }) => number !== '' || heading)).toEqual([]);
    },
  );

  it('hold what the domain cites as a clause, each in one of them', () => {
    const holds = (name: (typeof NOTICES)[number], quote: string) =>
      of(name).filter(({ text }) => locate(text, quote)).length;
    expect(holds('notice-000', '要压实各方责任不悬空')).toBe(1);
    expect(holds('notice-001', '加强疫情防控漏洞查堵,逐项分类整改销号')).toBe(1);
    expect(holds('notice-002', '一分部署,九分落实;抓而不紧,等于白抓')).toBe(1);
    expect(holds('notice-002', '要坚决落实四早要求,压紧压实四方责任')).toBe(1);
  });

  it('leave out how things stand, who was there, and who said it', () => {
    const all = NOTICES.flatMap(of)
      .map(({ text }) => text)
      .join('\n');
    for (const words of ['从督查情况看', '分会场', '会议指出', '强调,', '当前全球']) expect(all).not.toContain(words);
  });

  it('are not cut inside a damaged run', () => {
    expect(of('notice-001').filter(({ text }) => text.includes('?;鶎狱h'))).toHaveLength(1);
  });
});

describe('a clause', () => {
  it.each([
    ['会议强调,一要严格管理。二要压实责任。', ['一要', '二要']],
    ['会议要求,第一,要严格管理。第二,要压实责任。', ['第一,', '第二,']],
    ['会议强调,如下。(一)严格管理。(十二)压实责任。', ['(一)', '(十二)']],
    ['会议强调,1.严格管理。2、压实责任。', ['1.', '2、']],
    ['会议强调,1.5米线要划好。', ['']],
  ])('has the number that the text gives it: %s', (text, numbers) => {
    expect(drafted(text).map(({ number }) => number)).toEqual(numbers);
  });

  it('stands alone beside a semicolon, unless it is only half a saying', () => {
    expect(texts('要加强重大活动管控,严格控制规模;加强农村地区疫情防控,倡导喜事缓办。')).toHaveLength(2);
    expect(texts('要记住一分部署;九分落实。')).toEqual(['要记住一分部署;九分落实']);
  });

  it('is word for word what stands at its place, in order', () => {
    const piece = fc.constantFrom(
      '会议强调,',
      '要压实责任',
      '。',
      ';',
      '\n',
      '一要',
      '第二,',
      '本地',
      '确保到位,不留死角',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const [index, clause] of drafted(text).entries()) {
          expect(text.slice(clause.from, clause.to)).toBe(clause.text);
          expect(clause.text).not.toBe('');
          expect(clause.order).toBe(index + 1);
          expect(clause.from).toBeGreaterThanOrEqual(end);
          end = clause.to;
        }
      }),
    );
  });
});
