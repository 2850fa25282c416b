import { useWords } from '../words/use-words';
import { Button } from './button';
import css from './chips.module.css';

interface Chip {
  readonly said: string;
  readonly off: () => void;
}

/** What a list is narrowed by, each to be taken off, or all. */
export const Chips = ({ chips, onClear }: { readonly chips: readonly Chip[]; readonly onClear: () => void }) => {
  const { t } = useWords();
  if (chips.length === 0) return null;
  return (
    <ul className={css.chips} aria-label={t('findings.narrowed')}>
      {chips.map(({ said, off }) => (
        <li key={said}>
          <Button small aria-label={t('findings.off', { said })} onClick={off}>
            {said} <span aria-hidden>×</span>
          </Button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button small kind="text" onClick={onClear}>
            {t('findings.clear')}
          </Button>
        </li>
      )}
    </ul>
  );
};
