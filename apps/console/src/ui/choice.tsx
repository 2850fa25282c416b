import { useId } from 'react';
import css from './choice.module.css';

interface Props<Value extends string> {
  readonly label: string;
  /** What stands where nothing is chosen. */
  readonly any: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | undefined) => void;
}

/** One of several, or any: the browser's own list. */
export const Choice = <Value extends string>({ label, any, value, options, onChange }: Props<Value>) => {
  const id = useId();
  return (
    <span className={css.choice}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      <select
        id={id}
        className={css.select}
        value={value ?? ''}
        onChange={({ target }) => onChange(options.find((one) => one.value === target.value)?.value)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
};
