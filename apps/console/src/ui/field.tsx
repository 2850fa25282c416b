import type { ComponentProps } from 'react';
import css from './field.module.css';
import { WrappedField } from './wrapped-field';

type Props = Omit<ComponentProps<'input'>, 'className' | 'id'> & {
  readonly label: string;
  /** What is wrong with what was entered, if anything is. */
  readonly wrong?: string | undefined;
};

/** One line to write in, with its label above and what is wrong below. */
export const Field = ({ label, wrong, ...rest }: Props) => (
  <WrappedField label={label} wrong={wrong}>
    {(tied) => <input {...tied} className={css.input} {...rest} />}
  </WrappedField>
);
