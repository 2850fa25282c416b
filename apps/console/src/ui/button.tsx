import type { ComponentProps } from 'react';
import { classes } from './classes';
import css from './button.module.css';

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  /** One primary a view; a third one is text. */
  readonly kind?: 'primary' | 'text';
  readonly small?: boolean;
};

/** Its label begins with a verb, and has no icon. */
export const Button = ({ kind, small = false, type = 'button', ...rest }: Props) => (
  <button type={type} className={classes(css.button, small && css.small, kind && css[kind])} {...rest} />
);
