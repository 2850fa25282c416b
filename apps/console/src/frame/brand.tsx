import { useWords } from '../words/use-words';

/** The quad, its fourth square hollow: what the product looks for. */
export const Brand = () => {
  const { t } = useWords();
  return (
    <svg width="22" height="22" viewBox="0 0 16 16" role="img" aria-label={t('app.name')}>
      <path d="M1 1h6v6H1zM9 1h6v6H9zM1 9h6v6H1z" fill="var(--ink)" />
      <path d="M9.75 9.75h4.5v4.5h-4.5z" fill="none" stroke="var(--cinnabar)" strokeWidth="1.5" />
    </svg>
  );
};
