import type { Told } from './told.js';

/** What is told to whoever asks for a change with what may only read. */
export const READS_ONLY: Told = {
  code: 'TOKEN_READS_ONLY',
  text: { en: 'This token may only read.', zh: '该令牌仅可用于查询。' },
};
