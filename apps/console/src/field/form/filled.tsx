import { useId, useState, type ReactNode } from 'react';
import { useSay } from '../say';
import css from './form.module.css';
import { Label } from './label';
import type { Option } from './pick';

interface Props {
  readonly label: string;
  readonly aside?: string | undefined;
  readonly value: string;
  /** Where it comes from. */
  readonly note?: string | undefined;
  readonly wrong?: string | undefined;
  /** What it is changed with; it carries this id. */
  readonly children: (id: string) => ReactNode;
}

/** Something that is filled in already, and can be changed. */
export const Filled = ({ label, aside, value, note, wrong, children }: Props) => {
  const { t } = useSay();
  const id = useId();
  const [isOpen, open] = useState(false);
  return (
    <div className={css.part} role="group" aria-labelledby={`${id}l`}>
      <Label of={isOpen ? id : undefined} id={`${id}l`} name={label} aside={aside} />
      {isOpen ? (
        children(id)
      ) : (
        <div className={css.filled}>
          <span>
            {value}
            {note !== undefined && <small>{note}</small>}
          </span>
          <button
            type="button"
            className={css.link}
            onClick={() => open(true)}
            aria-label={`${t('phone.change')} ${label}`}
          >
            {t('phone.change')}
          </button>
        </div>
      )}
      {wrong !== undefined && <p className={css.wrong}>● {wrong}</p>}
    </div>
  );
};

interface Ref {
  readonly id: string;
  readonly label: string | null;
}

/** What is known of things by their names, each once. */
export const optionsOf = (things: readonly (Ref | null | undefined)[]): readonly Option[] => {
  const known = things.filter((one) => one !== null && one !== undefined);
  const options = known.map(({ id, label }) => [id, { value: id, label: label ?? '' }] as const);
  return [...new Map(options).values()];
};

interface SelectProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly none?: string;
  readonly onChange: (value: string | undefined) => void;
}

/** The phone's own list. */
export const Select = ({ id, value, options, none, onChange }: SelectProps) => (
  <select
    id={id}
    className={css.input}
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
  >
    {(none !== undefined || value === undefined) && <option value="">{none}</option>}
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);
