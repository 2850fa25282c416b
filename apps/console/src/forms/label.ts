import type { Language } from '../lib/language';
import { useWords } from '../words/use-words';

const PLACE: Readonly<Record<Language, 0 | 1>> = { zh: 0, en: 1 };

/** Says a text of the schema in the language of whoever reads. */
export const useLabel = (): ((label: BothWords) => string) => {
  const { language } = useWords();
  return (label) => label[PLACE[language]];
};
