import type { ComponentProps } from 'react';
import css from './plain-button.module.css';

/** A word that can be pressed, in the frame. */
export const PlainButton = (props: Omit<ComponentProps<'button'>, 'className' | 'type'>) => (
  <button type="button" className={css.plain} {...props} />
);
