import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/use-words';

/** Nothing yet, or nothing of what was asked for: not the same. */
export const NoFinding = ({ isNarrowed }: { readonly isNarrowed: boolean }) => {
  const { t } = useWords();
  if (!isNarrowed) return <p>{t('findings.empty')}</p>;
  return (
    <p>
      {t('findings.none')} <Link to="/findings">{t('findings.clear')}</Link>
    </p>
  );
};
