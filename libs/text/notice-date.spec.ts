import { expect, it } from '@jest/globals';
import { statedDay } from './notice-date.js';
import { normaliseNotice } from './normalise.js';
import { notice, NOTICES } from './seeds.examples.js';

it('1.0: the three notices name a month and a day, and no year', () => {
  expect(NOTICES.map((name) => statedDay(normaliseNotice(notice(name)).text))).toEqual([
    { year: null, month: 3, day: 31 },
    { year: null, month: 11, day: 5 },
    { year: null, month: 3, day: 12 },
  ]);
});

it.each([
  ['2022年3月31日召开会议', { year: 2022, month: 3, day: 31 }],
  ['2023年2月29日', undefined],
  ['2月29日', { year: null, month: 2, day: 29 }],
  ['13月1日,6月5日', { year: null, month: 6, day: 5 }],
  ['近期召开会议', undefined],
])('%s', (text, day) => {
  expect(statedDay(text)).toEqual(day);
});
