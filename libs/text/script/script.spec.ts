import { describe, expect, it } from '@jest/globals';
import { simplified } from './script.js';

const decoder = new TextDecoder('gbk');
const GB_2312 = Array.from({ length: 0xf8 - 0xb0 }, (_, row) => row + 0xb0).flatMap((lead) =>
  Array.from({ length: lead === 0xd7 ? 0xfa - 0xa1 : 0xff - 0xa1 }, (_, cell) =>
    decoder.decode(Uint8Array.of(lead, cell + 0xa1)),
  ),
);

describe('E: a Simplified text', () => {
  it('keeps each of the 6,763 characters of GB 2312', () => {
    expect(GB_2312).toHaveLength(6763);
    const lost = GB_2312.filter((char) => {
      const sentence = `这里写着${char},国务院要求。`;
      return simplified(sentence) !== sentence;
    });
    expect(lost).toEqual([]);
  });

  it('keeps each of them where a sentence shows nothing, and where nothing but it stands', () => {
    expect(GB_2312.filter((char) => simplified(char) !== char)).toEqual([]);
    const text = GB_2312.map((char) => `要有${char}。`).join('');
    expect(simplified(text)).toBe(text);
  });

  it.each(['成效显著。', '乾安县各乡镇:', '哪吒、魏徵、菜薹、於潜镇、麴先生', '么二三', '他著有《县志》,后来拚搏'])(
    'is left alone: %s',
    (text) => {
      expect(simplified(text)).toBe(text);
    },
  );

  it('is converted only where it quotes what is Traditional', () => {
    expect(simplified('朱某鎔说成效显著。')).toBe('朱某镕说成效显著。');
    expect(simplified('这是国务院的要求,成效显著。會議強調,隨著形勢發展,要抓緊。')).toBe(
      '这是国务院的要求,成效显著。会议强调,随着形势发展,要抓紧。',
    );
  });
});

describe('E: a Traditional text', () => {
  it.each([
    ['隨著形勢發展,乾淨衛生,徵求意見,後續工作,在於落實', '随着形势发展,干净卫生,征求意见,后续工作,在于落实'],
    ['乾安縣工作成效顯著', '乾安县工作成效显著'],
    ['乾縣、乾潭鎮、乾務鎮、乾隆年間', '乾县、乾潭镇、乾务镇、乾隆年间'],
    ['臭名昭著,業績卓著,編著、譯著、論著、專著、原著、遺著', '臭名昭著,业绩卓著,编著、译著、论著、专著、原著、遗著'],
    ['魏徵與哪吒,種菜薹的農戶', '魏徵与哪吒,种菜薹的农户'],
    ['麴某同志與於先生發言', '麴某同志与於先生发言'],
    ['這么辦,什么時間', '这么办,什么时间'],
  ])('keeps names and words: %s', (from, to) => {
    expect(simplified(from)).toBe(to);
  });

  it('lends its script to a sentence that does not show one', () => {
    expect(simplified('會議強調責任。沿著走。')).toBe('会议强调责任。沿着走。');
    expect(simplified('会议强调责任。著重走。')).toBe('会议强调责任。著重走。');
  });
});
