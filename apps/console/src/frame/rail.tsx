import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { placesFor } from '../screens/registry';
import { useSession } from '../session/session';
import { useWords } from '../words/use-words';
import { PlainButton } from './plain-button';
import css from './rail.module.css';
import { Unowned } from './unowned';

/** Where one can go: words, no icons. */
export const Rail = ({ onKeys }: { readonly onKeys: () => void }) => {
  const { t } = useWords();
  const { grants } = useSession().me;
  const { pathname } = useLocation();
  const rail = useRef<HTMLElement>(null);
  // Where the rail lies and is longer than the window, one sees where one is.
  useEffect(() => {
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={rail} className={css.rail} aria-label={t('nav.label')}>
      {placesFor(grants).map(({ to, name, holds = [] }) => (
        <Link
          key={to}
          to={to}
          className={css.place}
          aria-current={holds.some((way) => pathname.startsWith(way)) ? 'page' : undefined}
          activeOptions={{ exact: to === '/' }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(name)}
          {to === '/matrix' && <Unowned at={pathname} />}
        </Link>
      ))}
      <span className={css.end}>
        <PlainButton aria-label={t('keys.title')} onClick={onKeys}>
          <kbd>?</kbd>
        </PlainButton>
      </span>
    </nav>
  );
};
