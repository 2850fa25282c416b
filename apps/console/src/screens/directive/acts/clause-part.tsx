import type { Faults } from '../../../forms/act';
import { textIn, type Draft } from '../../../forms/draft';
import field from '../../../ui/field.module.css';
import { WrappedField } from '../../../ui/wrapped-field';
import { useWords } from '../../../words/use-words';
import css from './clauses-entry.module.css';
import { DuePart } from './due-part';

interface Props {
  readonly draft: Draft;
  /** The clauses before it, under which it may stand. */
  readonly above: readonly Draft[];
  readonly faults: Faults;
  readonly at: string;
  readonly onChange: (draft: Draft) => void;
}

/** One clause: its number, its words, under which other it stands, and by when it is due. */
export const ClausePart = ({ draft, above, faults, at, onChange }: Props) => {
  const { t } = useWords();
  const put = (part: Draft) => onChange({ ...draft, ...part });
  return (
    <>
      <div className={css.line}>
        <WrappedField label={t('clauses.number')} wrong={faults.get(`${at}.number`)}>
          {(tied) => (
            <input
              {...tied}
              className={field.input}
              value={textIn(draft.number)}
              onChange={({ target }) => put({ number: target.value })}
            />
          )}
        </WrappedField>
        <WrappedField label={t('clauses.under')} wrong={faults.get(`${at}.parent`)}>
          {(tied) => (
            <select
              {...tied}
              className={field.input}
              value={textIn(draft.parent)}
              onChange={({ target }) => put({ parent: target.value })}
            >
              <option value="">{t('clauses.top')}</option>
              {above.map((one) => (
                <option key={textIn(one.key)} value={textIn(one.key)}>
                  {`${textIn(one.number)} ${textIn(one.text).slice(0, 20)}`.trim()}
                </option>
              ))}
            </select>
          )}
        </WrappedField>
        <label className={field.flag}>
          <input
            type="checkbox"
            checked={draft.heading === true}
            onChange={({ target }) => put({ heading: target.checked || undefined })}
          />
          {t('clauses.heading')}
        </label>
      </div>
      <WrappedField label={t('clauses.text')} wrong={faults.get(`${at}.text`)}>
        {(tied) => (
          <textarea
            {...tied}
            className={field.input}
            rows={2}
            value={textIn(draft.text)}
            onChange={({ target }) => put({ text: target.value })}
          />
        )}
      </WrappedField>
      {draft.heading !== true && (
        <DuePart value={draft.due} faults={faults} at={`${at}.due`} onChange={(due) => put({ due })} />
      )}
    </>
  );
};
