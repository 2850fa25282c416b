import { useId, type ReactNode } from 'react';
import css from './sec.module.css';

interface Props {
  readonly title: string;
  readonly note?: string | undefined;
  /** What stands at the far end of the heading. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A section: an ink rule, a heading, and what is below. Never boxed, never in another one. */
export const Sec = ({ title, note, end, children }: Props) => {
  const id = useId();
  return (
    <section className={css.sec} aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className={css.note}>{note}</span>}
        {end !== undefined && <span className={css.end}>{end}</span>}
      </header>
      {children}
    </section>
  );
};
