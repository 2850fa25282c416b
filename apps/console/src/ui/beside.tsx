import type { ReactNode } from 'react';
import css from './beside.module.css';

interface Props {
  /** What is open of the list. It never covers the list. */
  readonly panel: ReactNode;
  readonly children: ReactNode;
}

/** A list, and beside it what is open of it; where there is no room beside it, above it. */
export const Beside = ({ panel, children }: Props) => (
  <div className={css.two}>
    <div>{children}</div>
    <aside className={css.panel}>{panel}</aside>
  </div>
);
