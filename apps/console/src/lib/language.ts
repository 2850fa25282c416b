/** What the console speaks; Chinese is written first. */
export type Language = 'zh' | 'en';

/** What pages and requests say of their language. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** One of two things by the language of whoever reads. */
export type InBoth<T> = Readonly<Record<Language, T>>;
