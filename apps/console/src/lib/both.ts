import type { Language } from './language';

const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

const half = (part: string, language: Language): string => {
  const words = part.split(' ');
  const from = words.findIndex((word) => HAN.test(word));
  if (from <= 0) return part;
  return { zh: words.slice(from), en: words.slice(0, from) }[language].join(' ');
};

/** Names that were entered in both languages, "English 中文": the half that was asked for. Others stay as they are. */
export const inLanguage = (text: string | null | undefined, language: Language): string =>
  (text ?? '')
    .split(' · ')
    .map((part) => half(part, language))
    .join(' · ');
