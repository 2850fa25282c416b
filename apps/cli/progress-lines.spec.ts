import { expect, it } from '@jest/globals';
import { progressLines, timeLeft } from './progress-lines.js';

it('says now and then how far it is and how long it will take, in both languages', () => {
  const lines: string[] = [];
  let now = 0;
  const shown = progressLines('copy 复制', 1_000, { write: (line) => void lines.push(line), now: () => now });
  for (const [at, done] of [
    [1_000, 0],
    [9_000, 80],
    [12_000, 100],
    [15_000, 150],
    [24_000, 250],
  ] as const) {
    now = at;
    shown.to(done);
  }
  shown.end();
  expect(lines).toEqual([
    'copy 复制: 100/1000 (10 %), about 108 s left 约剩 108 秒',
    'copy 复制: 250/1000 (25 %), about 72 s left 约剩 72 秒',
  ]);
});

it.each([
  [30_000, 'about 30 s left 约剩 30 秒'],
  [600_000, 'about 10 min left 约剩 10 分钟'],
  [10_000_000, 'about 3 h left 约剩 3 小时'],
])('says %d ms in the largest unit that says something', (ms, said) => {
  expect(timeLeft(ms)).toBe(said);
});
