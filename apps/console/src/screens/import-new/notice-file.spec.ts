import { expect, it } from '@jest/globals';
import { textIn } from './notice-file';

it('takes a text byte for byte, and what is no UTF-8 not at all', () => {
  const text = '\ufeff关于值班的通知\r\n一、值班';
  expect(textIn(new TextEncoder().encode(text))).toBe(text);
  // 关于 in GB 18030.
  expect(textIn(Uint8Array.of(0xb9, 0xd8, 0xd3, 0xda))).toBeUndefined();
});
