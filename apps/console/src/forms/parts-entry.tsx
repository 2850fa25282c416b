import type { ComponentType } from 'react';
import { Button } from '../ui/button';
import { useWords } from '../words/use-words';
import type { EntryProps } from './act';
import { draftsIn, type Draft } from './draft';
import css from './form.module.css';
import { useLabel } from './label';

interface Props extends EntryProps {
  /** How one field of each is entered. */
  readonly Part: ComponentType<EntryProps>;
}

/** Several of the same kind, one below the other. */
export const PartsEntry = ({ field, value, onChange, faults, at, Part }: Props) => {
  const { t } = useWords();
  const label = useLabel();
  const entered = draftsIn(value);
  const drafts = entered.length === 0 && field.isRequired ? [{}] : entered;
  const canGo = !field.isRequired || drafts.length > 1;
  const put = (place: number, draft: Draft) => onChange(drafts.map((one, index) => (index === place ? draft : one)));
  const wrong = faults.get(at);
  return (
    <fieldset className={css.parts}>
      <legend>{label(field.label)}</legend>
      {drafts.map((draft, place) => (
        <div key={place} className={css.part} role="group" aria-label={t('form.part', { n: place + 1 })}>
          <p className={css.number}>
            {place + 1}
            {canGo && (
              <Button kind="text" small onClick={() => onChange(drafts.filter((_, index) => index !== place))}>
                {t('form.part.remove')}
              </Button>
            )}
          </p>
          {field.parts?.map((part) => (
            <Part
              key={part.name}
              field={part}
              value={draft[part.name]}
              onChange={(entry) => put(place, { ...draft, [part.name]: entry })}
              faults={faults}
              at={`${at}.${String(place)}.${part.name}`}
            />
          ))}
        </div>
      ))}
      <Button small onClick={() => onChange([...drafts, {}])}>
        {t('form.part.add')}
      </Button>
      {wrong !== undefined && <p className={css.wrong}>● {wrong}</p>}
    </fieldset>
  );
};
