import { Link } from '@tanstack/react-router';
import { useWords } from '../../words/use-words';
import css from './access.module.css';

const TABS = [
  { to: '/access', name: 'access.title' },
  { to: '/access/accounts', name: 'accounts.title' },
] as const;

/** What somebody may do, and who can come in at all. */
export const Tabs = () => {
  const { t } = useWords();
  return (
    <nav className={css.tabs} aria-label={t('access.tabs')}>
      {TABS.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
};
