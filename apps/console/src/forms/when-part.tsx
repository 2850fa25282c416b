import { Link } from '@tanstack/react-router';
import text from '../ui/text.module.css';
import { useWords } from '../words/use-words';
import type { Faults } from './act';
import { textIn, type Draft, type Entered } from './draft';
import { Entry } from './entry';
import { LATE_ENTRY, WHEN } from './form-fields';
import css from './form.module.css';

interface Props {
  readonly draft: Draft;
  readonly put: (name: string, value: Entered | undefined) => void;
  readonly faults: Faults;
  /** What it is about; nothing where it begins something. */
  readonly id: string | undefined;
  /** It was refused because it happened too long ago. */
  readonly isTooLate: boolean;
}

/** When it happened, where that was not just now; and the late entry that stands behind what lies further back. */
export const WhenPart = ({ draft, put, faults, id, isTooLate }: Props) => {
  const { t } = useWords();
  const isDated = textIn(draft[WHEN.name]) !== '';
  const fields = isDated ? [WHEN, LATE_ENTRY] : [WHEN];
  return (
    <details className={css.more} open={fields.some(({ name }) => faults.has(name)) || undefined}>
      <summary>{t('form.when')}</summary>
      {fields.map((field) => (
        <Entry
          key={field.name}
          field={field}
          value={draft[field.name]}
          onChange={(value) => put(field.name, value)}
          {...{ faults, at: field.name }}
        />
      ))}
      {isTooLate && (
        <p className={text.note}>
          {t('late.entry.why')}{' '}
          <Link to="/late-entries/new" search={{ about: id }} target="_blank">
            {t('late.entry.new')}
          </Link>
        </p>
      )}
    </details>
  );
};
