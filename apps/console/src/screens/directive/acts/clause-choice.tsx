import type { EntryProps } from '../../../forms/act';
import { textIn } from '../../../forms/draft';
import { Entry } from '../../../forms/entry';
import { useLabel } from '../../../forms/label';
import { PartsEntry } from '../../../forms/parts-entry';
import field from '../../../ui/field.module.css';
import { WrappedField } from '../../../ui/wrapped-field';
import { useWords } from '../../../words/use-words';
import { numberBefore } from '../clauses';
import { useOwnClauses } from './directive-act';

const SHOWN = 40;
const beginningOf = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** One of the order's own clauses, by its words. */
export const ClauseChoice = ({ field: { label: both }, value, onChange, faults, at }: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const clauses = useOwnClauses();
  return (
    <WrappedField label={label(both)} wrong={faults.get(at)}>
      {(tied) => (
        <select
          {...tied}
          className={field.input}
          value={textIn(value)}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t('form.choose')}</option>
          {clauses
            .filter(({ heading }) => !heading)
            .map(({ key, number, text }) => (
              <option key={key} value={key}>
                {numberBefore(number)}
                {beginningOf(text)}
              </option>
            ))}
        </select>
      )}
    </WrappedField>
  );
};

const Part = (props: EntryProps) =>
  props.field.name === 'clause' ? <ClauseChoice {...props} /> : <Entry {...props} />;

/** The clauses that nobody has to answer for, each with why. */
export const WithoutDutyEntry = (props: EntryProps) => <PartsEntry {...props} Part={Part} />;
