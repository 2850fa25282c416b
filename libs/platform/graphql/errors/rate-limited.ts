import type { Told } from './told.js';

/** What is told of too much in one minute, and after how many seconds to ask again. */
export const rateLimited = (seconds: number): Told => ({
  code: 'RATE_LIMITED',
  text: {
    en: `Too much within one minute: ask again in ${String(seconds)} s.`,
    zh: `一分钟内请求过多，请于 ${String(seconds)} 秒后重试。`,
  },
  retryAfter: seconds,
});
