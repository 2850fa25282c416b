import { describe, expect, it } from '@jest/globals';
import { normaliseNotice } from '../normalise.js';
import { notice, NOTICES } from '../seeds.examples.js';
import { noticeDate, statedDay } from './notice-date.js';

const CITED = '根据2021年5月1日印发的方案,各单位要在4月1日前完成排查。';

it('1.0: the three notices name a month and a day, and no year', () => {
  const texts = NOTICES.map((name) => normaliseNotice(notice(name)).text);
  expect(texts.map(statedDay)).toEqual([
    { year: null, month: 3, day: 31 },
    { year: null, month: 11, day: 5 },
    { year: null, month: 3, day: 12 },
  ]);
  expect(texts.map((text) => noticeDate(text).question?.asks)).toEqual(['year', 'year', 'year']);
});

describe('E: the own date comes before any date that a notice cites', () => {
  const MARCH_17 = { year: 2022, month: 3, day: 17 };

  it.each([
    ['the end, in digits', `关于排查的通知\n各县:\n${CITED}\n某市指挥部\n2022年3月17日`],
    ['the end, with spaces', `关于排查的通知\n${CITED}\n2022 年 3 月 17 日`],
    ['the end, in Chinese numerals', `关于排查的通知\n${CITED}\n二〇二二年三月十七日`],
    ['the end, with circles for zero', `关于排查的通知\n${CITED}\n二○二二年三月十七日`],
    ['the end, behind the body that signs', `关于排查的通知\n${CITED}\n某市指挥部办公室 2022年3月17日`],
    ['the end, before contacts and attachments', `${CITED}\n2022年3月17日\n附件:1.排查表\n(联系人:某某,电话:000)`],
    ['the end, in brackets', `${CITED}\n(2022年3月17日)`],
    ['the head, in brackets', `关于排查的通知\n(2022年3月17日)\n${CITED}`],
    ['the head, with a label and an hour', `关于排查的通知\n发布时间:2022-03-17 10:22 来源:某网\n${CITED}`],
    ['the head of minutes', `会议纪要\n时间:2022年3月17日上午9时\n地点:三楼\n${CITED}`],
    ['the dateline of a news item', `某市部署排查\n某网2022年3月17日讯(记者 某某)${CITED}`],
    ['the agency dateline', `新华社某市2022年3月17日电 ${CITED}`],
    ['the first words of the body', `某市部署排查\n2022年3月17日下午,会议召开。${CITED}`],
    ['the first words behind a byline', `某市部署排查\n本报讯(记者某某)2022年3月17日,会议召开。${CITED}`],
    ['the printing line', `${CITED}\n某市办公室2022年3月17日印发`],
    ['the signature before the page', `发布时间:2022-03-18\n${CITED}\n2022年3月17日`],
    ['the line with its year before one without', `3月17日,会议召开。${CITED}\n2022年3月17日`],
  ])('at %s', (_, text) => {
    expect(noticeDate(text)).toMatchObject({ own: { stated: MARCH_17 }, question: undefined });
  });

  it('in the middle of a sentence is no date line', () => {
    expect(statedDay(`根据方案\n自2022年3月17日\n起执行。`)).toBeUndefined();
  });
});

describe('E: otherwise there is a question', () => {
  it('for the year, where the text states none', () => {
    const { own, question } = noticeDate(`关于排查的通知\n${CITED}\n三月十七日`);
    expect(own?.stated).toEqual({ year: null, month: 3, day: 17 });
    expect(question?.asks).toBe('year');
  });

  it('for the day, with the cited ones as candidates', () => {
    const { own, question } = noticeDate(`关于排查的通知\n${CITED}`);
    expect(own).toBeUndefined();
    expect(question?.asks).toBe('day');
    expect(question?.candidates.map(({ stated }) => stated.month)).toEqual([5, 4]);
  });

  it('for which, where head and end differ', () => {
    const { own, question } = noticeDate(`(2022年3月16日)\n${CITED}\n2022年3月17日`);
    expect(own).toBeUndefined();
    expect(question).toMatchObject({
      asks: 'which',
      candidates: [{ stated: { day: 16 } }, { stated: { day: 17 } }],
    });
  });

  it.each(['2023年2月29日', '13月1日', '二〇二二年十三月一日', '近期召开会议', '3.17事件'])(
    'and no candidate that the calendar does not have: %s',
    (text) => {
      expect(noticeDate(text)).toEqual({ own: undefined, question: { asks: 'day', candidates: [] } });
    },
  );

  it('says where each day stands', () => {
    const text = `${CITED}\n2022年3月17日`;
    const { own } = noticeDate(text);
    expect(text.slice(own?.from, own?.to)).toBe('2022年3月17日');
  });
});
