import { Outlet, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useKeys } from '../lib/keys';
import { classes } from '../ui/classes';
import { Button } from '../ui/button';
import { useWords } from '../words/use-words';
import { useAsOf } from './as-of';
import css from './frame.module.css';
import { KeysSheet } from './keys-sheet';
import { Rail } from './rail';
import { StaleBar } from './stale-bar';
import { TopBar } from './top-bar';
import { useFreshness } from './use-freshness';
import { useGoKeys } from './go-keys';

/** What stands around every screen. */
export const Frame = () => {
  const { t } = useWords();
  const { asOf, setAsOf } = useAsOf();
  const navigate = useNavigate();
  const freshness = useFreshness();
  const [isSheetOpen, openSheet] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useGoKeys((to) => void navigate({ to }));
  useKeys({ Slash: (shift) => (shift ? openSheet(true) : search.current?.focus()) });
  return (
    <>
      <a className={css.skip} href="#main">
        {t('nav.skip')}
      </a>
      <div className={classes(css.frame, asOf !== undefined && css.past)}>
        <TopBar searchRef={search} freshness={freshness} />
        <Rail onKeys={() => openSheet(true)} />
        <main className={css.main} id="main" tabIndex={-1}>
          {asOf !== undefined && (
            <p className={css.pastBar} role="status">
              {t('top.asOf.why')}
              <Button small onClick={() => setAsOf(undefined)}>
                {t('top.asOf.back')}
              </Button>
            </p>
          )}
          {asOf === undefined && <StaleBar freshness={freshness} />}
          <div id="above-page" />
          <Outlet />
        </main>
      </div>
      {isSheetOpen && <KeysSheet onClose={() => openSheet(false)} />}
    </>
  );
};
