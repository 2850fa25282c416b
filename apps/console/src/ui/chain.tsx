import type { ReactNode } from 'react';
import { classes } from './classes';
import css from './chain.module.css';

/** One step: done, the present one, still to come, or where it breaks. */
export interface ChainStep {
  readonly key: string;
  readonly name: string;
  readonly state: 'done' | 'now' | 'later' | 'broken';
  readonly said?: ReactNode;
}

/** One line for every course of things: a square that is done, a hollow one to come, a red and dashed one where it is broken. */
export const Chain = ({ label, steps }: { readonly label: string; readonly steps: readonly ChainStep[] }) => (
  <ol className={css.chain} aria-label={label}>
    {steps.map(({ key, name, state, said }) => (
      <li key={key} className={classes(css.step, css[state])} aria-current={state === 'now' ? 'step' : undefined}>
        <span className={css.name}>{name}</span>
        {said}
      </li>
    ))}
  </ol>
);
