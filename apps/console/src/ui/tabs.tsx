import { Link } from '@tanstack/react-router';
import css from './tabs.module.css';

interface Tab {
  readonly to: '/access' | '/access/accounts' | '/bodies' | '/people';
  readonly name: string;
}

/** Screens that belong together. */
export const Tabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) => (
  <nav className={css.tabs} aria-label={label}>
    {tabs.map(({ to, name }) => (
      <Link
        key={to}
        to={to}
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
      >
        {name}
      </Link>
    ))}
  </nav>
);
