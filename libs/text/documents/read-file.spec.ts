import { describe, expect, it } from '@jest/globals';
import { notice, NOTICES } from '../seeds.examples.js';
import { readFile } from './read-file.js';

const file = (...lines: readonly string[]) => lines.join('\n');
const titles = (text: string) => readFile(text).map(({ title }) => title);
const asked = (text: string) => readFile(text).flatMap(({ questions }) => questions.map(({ asks }) => asks));

const NEWS = ['某省召开会议部署排查工作', '3月17日,省指挥部召开会议。会议强调,要排查。', '要整改。'];
const CITY = ['某市连夜召开续会', '某网3月17日讯(记者 某某)当晚,市指挥部召开续会。要落实。'];

describe('1.0: one file', () => {
  it.each(NOTICES)('%s holds one document', (name) => {
    expect(readFile(notice(name))).toHaveLength(1);
  });

  it('E: may hold several articles and a stray headline, which is no whole document', () => {
    const text = file(...NEWS, ...CITY, '某县全力推进疫情防控各项工作');
    expect(titles(text)).toEqual(['某省召开会议部署排查工作', '某市连夜召开续会', '某县全力推进疫情防控各项工作']);
    expect(readFile(text).map(({ complete }) => complete)).toEqual([true, true, false]);
    expect(readFile(text).map(({ clauses }) => clauses.map((clause) => clause.text))).toEqual([
      ['会议强调,要排查', '要整改'],
      ['要落实'],
      [],
    ]);
  });

  it('E: may hold two notices, with their signatures', () => {
    const one = ['关于排查的通知', '各县(市、区)指挥部:', '请各县立即排查。', '某市指挥部', '2022年3月17日'];
    const two = ['关于整改的通知', '各县(市、区)指挥部:', '请各县立即整改。', '某市指挥部', '2022年3月18日'];
    expect(readFile(file(...one, ...two)).map(({ title, dated }) => [title, dated?.day])).toEqual([
      ['关于排查的通知', 17],
      ['关于整改的通知', 18],
    ]);
  });

  it('E: ends with a stray headline, but not with a demand that breaks off', () => {
    expect(titles(file(...NEWS, '某市多举措织密森林防火网络'))).toHaveLength(2);
    expect(titles(file(...NEWS, '各单位要认真抓好贯彻落实工作'))).toHaveLength(1);
  });

  it('E: is parted at a ruler', () => {
    expect(titles(file(...NEWS, '------', ...CITY))).toHaveLength(2);
    expect(readFile(file(...NEWS, '------', ...CITY))[0]?.text).toBe(file(...NEWS));
  });

  it('keeps subheads, signatures and attachments with their document', () => {
    const text = file(
      '关于排查的通知',
      '各县:',
      '请各县立即排查。',
      '排查的重点场所',
      '各单位要排查水库。',
      '某市指挥部办公室',
      '2022年3月17日',
      '附件:排查表',
    );
    expect(titles(text)).toEqual(['关于排查的通知']);
  });

  it('places damage, clauses and counts in the document, not in the file', () => {
    const [, { text, flags, clauses } = { text: '', flags: [], clauses: [] }] = readFile(
      file(...NEWS, ...CITY, '要落实?任,还要上报。'),
    );
    expect(flags.map(({ from, to }) => text.slice(from, to))).toEqual(['?']);
    expect(clauses.map(({ from, to }) => text.slice(from, to))).toEqual(clauses.map((clause) => clause.text));
    expect(clauses).toHaveLength(2);
  });
});

describe('E: masks', () => {
  const text = '关于XX市返百来百人员的通知\nX名人员从龙邦口岸进入。要排查某某县。请各单位落实。';

  it('are reported where they stand', () => {
    const [read] = readFile(text);
    expect(read?.masks.map((mask) => mask.text)).toEqual(['XX', 'X', '某某']);
    for (const { from, to, text: words } of read?.masks ?? []) expect(read?.text.slice(from, to)).toBe(words);
  });

  it('are reported with what still identifies the place', () => {
    expect(readFile(text)[0]?.leaks.map((leak) => leak.text)).toEqual(['返百来百人员', '龙邦']);
    expect(asked(text)).toContain('masked');
  });

  it('are told by no place that is no name', () => {
    expect(readFile('关于排查的通知\n某市指挥部要求,请各县排查。会后由县指挥部督办。')[0]?.leaks).toEqual([]);
  });

  it('are none where nothing is hidden', () => {
    const [read] = readFile('3月22日,到凭祥市调研。MU5735航班。要排查,来桂返桂人员须登记。');
    expect(read).toMatchObject({ masks: [], leaks: [] });
  });
});

describe('E: what is open', () => {
  it('is the year, for the three notices, and what nobody can read', () => {
    const runs = [0, 4, 1].map((count) => Array.from({ length: count }, () => 'unreadable'));
    expect(NOTICES.map((name) => asked(notice(name)))).toEqual(runs.map((run) => ['dateYear', ...run]));
  });

  it('is a cut end', () => {
    expect(asked('2022年3月17日,会议召开。要排查,要整')).toEqual(['rest']);
  });

  it('is a count that differs', () => {
    const text = '2022年3月17日,会议召开。我强调三点意见。第一,要排查。第二,要整改。';
    const [read] = readFile(text);
    expect(read?.questions).toEqual([{ asks: 'count', from: 19, to: 23, words: ['三点意见'] }]);
  });

  it('is the day, where only others are cited', () => {
    expect(asked('根据2021年5月1日的方案,要排查。')).toEqual(['dateDay']);
  });
});
