import { useWords } from './use-words';

interface StatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Says a day as a text gives it: without a year where the text has none. */
export const useStatedDay = () => {
  const { t } = useWords();
  return ({ year, month, day }: StatedDay): string =>
    year === null ? t('imports.dated.noYear', { month, day }) : t('imports.dated.day', { year, month, day });
};
