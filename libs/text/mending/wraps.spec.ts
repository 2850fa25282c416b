import { describe, expect, it } from '@jest/globals';
import { normaliseNotice } from '../normalise.js';

const read = (...lines: readonly string[]) => normaliseNotice(lines.join('\n')).text.split('\n');

describe('E: broken lines', () => {
  it('are rejoined where a sentence goes on', () => {
    expect(read('关于排查的通知', '各单位要落实责任。要加强', '排查,不留死角。', '附件:排查表')).toEqual([
      '关于排查的通知',
      '各单位要落实责任。要加强排查,不留死角。',
      '附件:排查表',
    ]);
    expect(read('要排查隐患,', '及时整改', '。')).toEqual(['要排查隐患,及时整改。']);
  });

  it('are rejoined in a title, and where a report opens', () => {
    expect(
      read('S省召开森林防火电视电话', '会议', '3月17日,S省召开森林防火电视电话会', '议。会议强调,要压实', '责任。'),
    ).toEqual(['S省召开森林防火电视电话会议', '3月17日,S省召开森林防火电视电话会议。会议强调,要压实责任。']);
    expect(read('Q市召开会议,部署排查', '3月17日,会议召开。要排查。')).toHaveLength(2);
  });

  it('are rejoined where a text was cut at a width', () => {
    const text =
      '各乡镇和县直各有关单位要切实提高思想认识严格落实值班值守制度坚决克服麻痹思想和侥幸心理扎实做好汛期各项防范应对工作确保人民群众生命财产安全。';
    const cut = text.match(/.{1,22}/gu) ?? [];
    expect(cut.length).toBeGreaterThan(3);
    expect(read('关于做好汛期工作的通知', ...cut, '2023年5月20日')).toEqual([
      '关于做好汛期工作的通知',
      text,
      '2023年5月20日',
    ]);
  });

  it('are not made of titles, numbered items, signatures and dates', () => {
    const lines = [
      '某市召开会议,部署排查工作',
      '某市领导出席并讲话',
      '某网3月31日讯 会议召开。要排查。',
      '一、提高认识',
      '(一)压实责任',
      '1.排查',
      '特此通知。',
      '某市指挥部',
      '2022年3月17日',
    ];
    expect(read(...lines)).toEqual(lines);
  });

  it('E: leave no spaces inside a sentence, and keep those between names', () => {
    expect(read('各单位要切实落 实疫情防控责任。')).toEqual(['各单位要切实落实疫情防控责任。']);
    expect(read('(本报记者李某某 王某某)会议召开。参加的有:张某 李某。')).toEqual([
      '(本报记者李某某 王某某)会议召开。参加的有:张某 李某。',
    ]);
  });
});

describe('E: furniture of web pages', () => {
  it.each([
    '购物车',
    '加入Vip免费下载',
    '首页 > 政务公开 > 通知公告',
    '首页 | 新闻 | 政务公开 | 互动交流',
    '當前位置:首頁 > 通知',
    '字号: 大 中 小',
    '【打印】【关闭】',
    '上一篇:关于某事的通知',
    '浏览次数:123',
    '版权所有 某市政府 某ICP备000号',
    '登录 注册',
  ])('goes: %s', (line) => {
    const read = normaliseNotice(`要排查。\n${line}\n要整改。`);
    expect(read.text).toBe('要排查。\n要整改。');
    expect(read.counts.furniture).toBe(1);
  });

  it('goes from inside a line, too', () => {
    expect(normaliseNotice('要排查。加入Vip免费下载要整改。').text).toBe('要排查。要整改。');
  });

  it.each(['超市购物车要每日消毒。', '大', '关于网站首页的通知', '各中小学校'])(
    'and what a notice says stays: %s',
    (line) => {
      expect(normaliseNotice(line).text).toBe(line);
    },
  );
});
