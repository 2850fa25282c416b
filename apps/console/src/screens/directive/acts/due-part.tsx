import rules from 'labels:DueRule';
import type { Faults } from '../../../forms/act';
import { draftIn, textIn, type Draft, type Entered } from '../../../forms/draft';
import { labelOf } from '../../../lib/label';
import field from '../../../ui/field.module.css';
import { WrappedField } from '../../../ui/wrapped-field';
import { useWords } from '../../../words/use-words';
import css from './clauses-entry.module.css';

interface DueProps {
  readonly value: Entered | undefined;
  readonly faults: Faults;
  readonly at: string;
  readonly onChange: (due: Draft) => void;
}

/** By when: a moment, words that the text has, no limit, or nothing said. */
export const DuePart = ({ value, faults, at, onChange }: DueProps) => {
  const { t, language } = useWords();
  const due = draftIn(value);
  const rule = textIn(due.rule);
  return (
    <div className={css.due}>
      <WrappedField label={t('clauses.due')} wrong={faults.get(at) ?? faults.get(`${at}.rule`)}>
        {(tied) => (
          <select
            {...tied}
            className={field.input}
            value={rule}
            onChange={({ target }) => onChange(target.value === '' ? {} : { rule: target.value })}
          >
            <option value="">{t('clauses.due.unsaid')}</option>
            {Object.keys(rules).map((one) => (
              <option key={one} value={one}>
                {labelOf(rules, one, language)}
              </option>
            ))}
          </select>
        )}
      </WrappedField>
      {rule === 'by' && (
        <WrappedField label={t('clauses.due.at')} wrong={faults.get(`${at}.at`)}>
          {(tied) => (
            <input
              {...tied}
              className={field.input}
              type="datetime-local"
              value={textIn(due.at)}
              onChange={({ target }) => onChange({ ...due, at: target.value })}
            />
          )}
        </WrappedField>
      )}
      {rule === 'stated' && (
        <WrappedField label={t('clauses.due.text')} wrong={faults.get(`${at}.text`)}>
          {(tied) => (
            <input
              {...tied}
              className={field.input}
              value={textIn(due.text)}
              onChange={({ target }) => onChange({ ...due, text: target.value })}
            />
          )}
        </WrappedField>
      )}
    </div>
  );
};
