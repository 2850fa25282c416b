import type { Language } from './language';

const PLACE: Readonly<Record<Language, 0 | 1>> = { zh: 0, en: 1 };

/** What the value of an enum is called. */
export const labelOf = (
  labels: Readonly<Record<string, readonly [zh: string, en: string]>>,
  value: string,
  language: Language,
): string => labels[value]?.[PLACE[language]] ?? value;
