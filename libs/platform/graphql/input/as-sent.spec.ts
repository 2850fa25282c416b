import { asSent, text } from '#kernel';
import { expect, it } from '@jest/globals';
import { classNamed } from '../class-named.js';
import { inputPlan } from './input-plan.js';
import { declareFields } from './input-type.js';

it('a text that is hashed is taken as it was sent; others are composed and trimmed', () => {
  const type = classNamed('Sent');
  declareFields(type, { whole: asSent(10, 'Whole.', '原文。'), tidy: text(10, 'Tidy.', '文本。') });
  const taken = (name: string) => inputPlan(type)?.get(name)?.transform?.(' e\u0301\r\n');
  expect(taken('whole')).toBe(' e\u0301\r\n');
  expect(taken('tidy')).toBe('\u00e9');
});
