import { useState } from 'react';
import { useSay } from '../say';
import css from './form.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many are shown before somebody asks for more; all, when left out. */
  readonly first?: number;
}

/** The first ones, with the chosen one among them. */
const shownOf = (options: readonly Option[], value: string, first: number): readonly Option[] => {
  const shown = options.slice(0, first);
  const chosen = options.find((option) => option.value === value);
  return !chosen || shown.includes(chosen) ? shown : [...shown.slice(0, -1), chosen];
};

/** One of several, in buttons that a thumb can hit. */
export const Pick = ({ name, label, options, value, onChange, first = options.length }: Props) => {
  const { t } = useSay();
  const [isOpen, open] = useState(false);
  const isWhole = isOpen || options.length <= first;
  const shown = isWhole ? options : shownOf(options, value, first);
  return (
    <fieldset className={css.part}>
      <legend className={css.label}>{label}</legend>
      <div className={css.pick}>
        {shown.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {!isWhole && (
          <button type="button" onClick={() => open(true)}>
            {t('phone.more')}
          </button>
        )}
      </div>
    </fieldset>
  );
};
