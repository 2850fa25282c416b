import type { ComponentType } from 'react';
import { useWords } from '../words/use-words';
import type { EntryProps } from './act';
import { draftIn } from './draft';
import { asSaid } from './form-fields';
import css from './form.module.css';
import { useLabel } from './label';

interface Props extends EntryProps {
  /** How one field of it is entered. */
  readonly Part: ComponentType<EntryProps>;
  /** What of it is asked for first. */
  readonly first?: readonly string[];
}

/** A field that is made of others. */
export const GroupEntry = ({ field, value, onChange, faults, at, Part, first }: Props) => {
  const { t } = useWords();
  const label = useLabel();
  const draft = draftIn(value);
  const wrong = faults.get(at);
  return (
    <fieldset className={css.parts}>
      <legend>
        {label(field.label)}
        {!field.isRequired && <span className={css.aside}>{t('form.optional')}</span>}
      </legend>
      <div className={css.group}>
        {asSaid(field.parts ?? [], first).map((part) => (
          <Part
            key={part.name}
            field={part}
            value={draft[part.name]}
            onChange={(entry) => onChange({ ...draft, [part.name]: entry })}
            faults={faults}
            at={`${at}.${part.name}`}
          />
        ))}
      </div>
      {wrong !== undefined && <p className={css.wrong}>● {wrong}</p>}
    </fieldset>
  );
};
