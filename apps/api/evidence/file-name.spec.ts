import { expect, it } from '@jest/globals';
import { fileName } from './file-name.js';

it.each([
  ['照片 1.jpg', '照片 1.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\a\\b.png', 'b.png'],
  ['a\0b\u202egnp.exe', 'abgnp.exe'],
  ['a\r\nset-cookie: x', 'aset-cookie: x'],
  ['e\u0301.png', 'é.png'],
  ['👍'.repeat(300), '👍'.repeat(200)],
  ['  ', undefined],
  ['a/', undefined],
  [null, undefined],
])('the name %j is kept as %j', (said, kept) => {
  expect(fileName(said)).toBe(kept);
});
