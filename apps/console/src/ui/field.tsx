import { useId, type ComponentProps } from 'react';
import css from './field.module.css';

type Props = Omit<ComponentProps<'input'>, 'className' | 'id'> & {
  readonly label: string;
  /** What is wrong with what was entered, if anything is. */
  readonly wrong?: string | undefined;
};

/** One line to write in, with its label above and what is wrong below. */
export const Field = ({ label, wrong, ...rest }: Props) => {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={css.input}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        {...rest}
      />
      {wrong !== undefined && (
        <span className={css.wrong} id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
};
