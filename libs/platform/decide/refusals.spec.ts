import { ANSWER_REFUSALS, answered, beforeAnswered, type AnyDecider } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { refusedBy } from './refusals.js';

// Nothing of a decider but its sentences is looked at.
const decider = { refusals: ANSWER_REFUSALS } as unknown as AnyDecider;
const order = answered(
  { en: 'Order given', zh: '下达指令' },
  { occurredAt: '2022-03-17T11:30:00.000Z', recordedAt: '2022-03-17T11:31:00.000Z' },
);

describe('a refusal', () => {
  it('W1: names the act that it is about, and its time in China, in both languages', () => {
    const refusal = beforeAnswered({ occurredAt: '1900-01-01T00:00:00.000Z' }, order);

    expect(refusal && refusedBy(decider, refusal)).toEqual({
      recorded: false,
      code: 'OCCURRED_BEFORE',
      message: {
        en: 'It cannot have happened before the act it answers: Order given, 2022-03-17 19:30 (China time).',
        zh: '发生时间不能早于所回应的事项：下达指令，北京时间2022-03-17 19:30。',
      },
      path: ['occurredAt'],
    });
  });

  it('is its sentence alone where it is about no act', () => {
    expect(refusedBy(decider, { refused: 'OCCURRED_BEFORE' })).toMatchObject({
      message: ANSWER_REFUSALS.OCCURRED_BEFORE,
    });
  });
});
