import { describe, expect, it } from '@jest/globals';
import { answersAsText } from './answers';

const one = { reason: '夜班B角仍空。', isDone: true, answer: ' 自4月15日起由楚寇任夜班B角。' };
const other = { reason: '值班表未写起始日期。', isDone: true, answer: '已补。' };

describe('answers to the reasons for which something came back', () => {
  it('are one text, a line for each', () => {
    expect(answersAsText([one, other])).toBe(
      '1. 夜班B角仍空。 → 自4月15日起由楚寇任夜班B角。\n2. 值班表未写起始日期。 → 已补。',
    );
  });

  it('are nothing as long as one is missing, or is not said to be done', () => {
    expect(answersAsText([one, { ...other, answer: ' ' }])).toBe('');
    expect(answersAsText([one, { ...other, isDone: false }])).toBe('');
  });
});
