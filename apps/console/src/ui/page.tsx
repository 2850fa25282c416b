import type { ReactNode } from 'react';
import css from './page.module.css';

interface Props {
  readonly title?: string;
  readonly note?: string;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** One sheet: a title, what is to be known of all below, and what is below. */
export const Page = ({ title, note, end, children }: Props) => (
  <div className={css.page}>
    {title !== undefined && (
      <header className={css.head}>
        <h1>{title}</h1>
        <p className={css.note}>{note}</p>
        {end}
      </header>
    )}
    {children}
  </div>
);
