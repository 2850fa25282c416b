import type { ReactNode } from 'react';
import { classes } from './classes';
import css from './status.module.css';

/** Every status has a shape beside its word and its colour: colour alone says nothing. */
export const SHAPES = {
  unowned: '⊘',
  overdue: '●',
  partial: '◑',
  near: '◔',
  onTime: '○',
  closed: '✓',
  recurred: '↺',
  failed: '✗',
} as const;
export type StatusKind = keyof typeof SHAPES;

/** A status, said in words. */
export const Status = ({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) => (
  <span className={classes(css.status, css[kind])}>
    <span aria-hidden className={css.shape}>
      {SHAPES[kind]}
    </span>
    {children}
  </span>
);
