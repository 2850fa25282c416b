import { useId, type ReactNode } from 'react';
import css from './field.module.css';

/** What ties an entry to its label and to what is wrong with it. */
export interface Tied {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface Props {
  readonly label: string;
  readonly note?: string | undefined;
  readonly wrong?: string | undefined;
  readonly children: (tied: Tied) => ReactNode;
}

/** Whatever somebody enters something in, with its label above and what is wrong below. */
export const WrappedField = ({ label, note, wrong, children }: Props) => {
  const id = useId();
  const isWrong = wrong !== undefined;
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
        {note !== undefined && <span className={css.aside}>{note}</span>}
      </label>
      {children({ id, 'aria-invalid': isWrong, 'aria-describedby': isWrong ? `${id}-wrong` : undefined })}
      {isWrong && (
        <span className={css.wrong} id={`${id}-wrong`}>
          <span aria-hidden>● </span>
          {wrong}
        </span>
      )}
    </div>
  );
};
