import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textDifference, type TextRun } from './difference.js';

/** As a person would mark it: what went in square brackets, what came in braces. */
const marked = (runs: readonly TextRun[]): string =>
  runs.map(({ kind, text }) => ({ same: text, removed: `[${text}]`, added: `{${text}}` })[kind]).join('');
const difference = (before: string, after: string) => marked(textDifference(before, after));

describe('how one text became another', () => {
  it('is told by character in Chinese, and by whole numbers', () => {
    expect(difference('密接人员必须按要求8小时内转运隔离到位', '密接人员必须按要求4小时内转运隔离到位')).toBe(
      '密接人员必须按要求[8]{4}小时内转运隔离到位',
    );
    expect(difference('要在24小时内完成流调排查', '要在12小时内完成全部流调排查,不得推诿')).toBe(
      '要在[24]{12}小时内完成{全部}流调排查{,不得推诿}',
    );
  });

  it('is told by word in other scripts', () => {
    expect(difference('Check each exit daily.', 'Check every exit twice daily.')).toBe(
      'Check [each]{every} exit {twice }daily.',
    );
  });

  it('joins changes between which next to nothing stayed', () => {
    expect(difference('各县每日上报一次排查结果', '各县每周汇报两次排查结果')).toBe(
      '各县每[日上报一]{周汇报两}次排查结果',
    );
  });

  it('keeps the words of a text to which much was added', () => {
    const added = '并逐户登记、逐人核对、逐项签字,'.repeat(3);
    expect(difference('出站必须查验健康码', `出站必须${added}查验健康码`)).toBe(`出站必须{${added}}查验健康码`);
  });

  it('is one text in place of another where they have little in common', () => {
    expect(difference('落实四方责任', '加强值班值守')).toBe('[落实四方责任]{加强值班值守}');
    // Four characters of sixteen stayed, together: less than a third.
    const [head, tail] = ['一二三四五六七八九十', '子丑寅卯辰巳午未申酉'];
    expect(difference(`${head}安全生产甲乙`, `${tail}安全生产戌亥`)).toBe(`[${head}安全生产甲乙]{${tail}安全生产戌亥}`);
    expect(difference(`${head}安全生产甲乙`, `${tail}安全生产甲乙`)).toBe(`[${head}]{${tail}}安全生产甲乙`);
  });

  it('is told apart as long as no more than 300 characters are other ones', () => {
    const some = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => String.fromCodePoint(from + n)).join('');
    const stayed = some(0x4e00, 400);
    const [few, fewOthers, one] = [some(0x6000, 150), some(0x7000, 150), some(0x8000, 1)];
    expect(difference(stayed + few, stayed + fewOthers)).toBe(`${stayed}[${few}]{${fewOthers}}`);
    expect(difference(stayed + few, stayed + fewOthers + one)).toBe(`[${stayed}${few}]{${stayed}${fewOthers}${one}}`);
  });

  it('is nothing but what stayed where nothing changed', () => {
    expect(textDifference('照办', '照办')).toEqual([{ kind: 'same', text: '照办' }]);
    expect(textDifference('', '')).toEqual([]);
  });

  it('loses no character of either text, and tells two runs of one kind as one', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'要在小时内a1 ,。é𠮷\n') });
    const side = (runs: readonly TextRun[], not: TextRun['kind']) =>
      runs.flatMap(({ kind, text }) => (kind === not ? [] : [text])).join('');
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const runs = textDifference(before, after);
        expect(side(runs, 'added')).toBe(before);
        expect(side(runs, 'removed')).toBe(after);
        expect(runs.some(({ kind }, index) => kind === runs[index + 1]?.kind)).toBe(false);
      }),
      { seed: 13, numRuns: 500 },
    );
  });
});
