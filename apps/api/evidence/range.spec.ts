import { expect, it } from '@jest/globals';
import { rangeIn } from './range.js';

it.each([
  ['bytes=0-0', { from: 0, end: 1 }],
  ['bytes=10-19', { from: 10, end: 20 }],
  ['bytes=90-', { from: 90, end: 100 }],
  ['bytes=90-1000', { from: 90, end: 100 }],
  ['bytes=-10', { from: 90, end: 100 }],
  ['bytes=-1000', { from: 0, end: 100 }],
  ['bytes=100-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=20-10', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  ['lines=0-1', undefined],
  [undefined, undefined],
])('the part that %s asks for of a file of 100 bytes', (header, range) => {
  expect(rangeIn(header, 100)).toEqual(range);
});
