import hows from 'labels:AdaptationKind';
import type { Faults } from '../../../forms/act';
import { draftsIn, textIn, type Draft } from '../../../forms/draft';
import { useWholeDraft } from '../../../forms/whole-draft';
import { labelOf } from '../../../lib/label';
import field from '../../../ui/field.module.css';
import { WrappedField } from '../../../ui/wrapped-field';
import { useWords } from '../../../words/use-words';
import { numberBefore } from '../clauses';
import css from './clauses-entry.module.css';

interface Props {
  readonly clause: { readonly number: string; readonly text: string };
  readonly row: Draft;
  readonly faults: Faults;
  readonly at: string;
  readonly onRow: (row: Draft) => void;
}

/** What does not apply, or is due later, is answered for. */
const REASONED = ['exempted', 'later'];

/** One clause of an order above: how it is carried on, by which own clause, or why not. */
export const ClauseMapRow = ({ clause: { number, text }, row, faults, at, onRow }: Props) => {
  const { t, language } = useWords();
  const own = draftsIn(useWholeDraft().clauses);
  const how = textIn(row.how);
  return (
    <div className={css.row}>
      <p lang="zh-CN">
        {numberBefore(number)}
        {text}
      </p>
      <div className={css.due}>
        <WrappedField label={t('map.how')} wrong={faults.get(`${at}.how`) ?? faults.get(at)}>
          {(tied) => (
            <select
              {...tied}
              className={field.input}
              value={how}
              onChange={({ target }) => onRow({ ...row, how: target.value })}
            >
              <option value="">{t('form.choose')}</option>
              {Object.keys(hows).map((one) => (
                <option key={one} value={one}>
                  {labelOf(hows, one, language)}
                </option>
              ))}
            </select>
          )}
        </WrappedField>
        {how !== '' && how !== 'exempted' && (
          <WrappedField label={t('map.by')} wrong={faults.get(`${at}.by`)}>
            {(tied) => (
              <select
                {...tied}
                className={field.input}
                value={textIn(row.by)}
                onChange={({ target }) => onRow({ ...row, by: target.value })}
              >
                <option value="">{t('form.choose')}</option>
                {own.map((one, place) => (
                  <option key={place} value={textIn(one.key) || String(place + 1)}>
                    {`${textIn(one.number)} ${textIn(one.text).slice(0, 16)}`.trim()}
                  </option>
                ))}
              </select>
            )}
          </WrappedField>
        )}
        {REASONED.includes(how) && (
          <WrappedField label={t('directive.facts.reason')} wrong={faults.get(`${at}.reason`)}>
            {(tied) => (
              <input
                {...tied}
                className={field.input}
                value={textIn(row.reason)}
                onChange={({ target }) => onRow({ ...row, reason: target.value })}
              />
            )}
          </WrappedField>
        )}
      </div>
    </div>
  );
};
