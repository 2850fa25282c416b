import { Link, type LinkProps } from '@tanstack/react-router';
import css from './tabs.module.css';

interface Tab {
  readonly to: NonNullable<LinkProps['to']>;
  readonly name: string;
}

/** Pages that belong together, as links: each has an address of its own. */
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
