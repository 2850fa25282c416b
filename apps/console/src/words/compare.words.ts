import { words } from './words';

export const compareWords = words({
  'compare.title': ['复核', 'Before and after'],
  'compare.note': ['核查人不得与报告人同一单位', 'nobody of the unit verifies it'],
  'compare.before': ['整改前', 'Before'],
  'compare.after': ['整改后', 'After'],
  'compare.passed': ['通过', 'passed'],
  'compare.failed': ['退回', 'returned'],
});
