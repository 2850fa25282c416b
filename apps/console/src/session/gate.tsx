import type { ReactNode } from 'react';
import { Brand } from '../frame/brand';
import { LanguageAndTheme } from '../frame/language-and-theme';
import { useWords } from '../words/use-words';
import css from './sign-in.module.css';

/** The page of those who are not in yet. */
export const Gate = ({
  title,
  why,
  children,
}: {
  readonly title: string;
  readonly why?: string;
  readonly children: ReactNode;
}) => {
  const { t } = useWords();
  return (
    <div className={css.gate}>
      <header className={css.top}>
        <LanguageAndTheme />
      </header>
      <main className={css.middle}>
        <p className={css.brand}>
          <Brand />
          <span aria-hidden>{t('app.name')}</span>
        </p>
        <div className={css.title}>
          <h1>{title}</h1>
          {why !== undefined && <p className={css.why}>{why}</p>}
        </div>
        {children}
      </main>
    </div>
  );
};
