import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useSession } from '../session/session';
import { useDoer } from '../words/use-doer';
import { useWords } from '../words/use-words';
import { AsOfChip } from './as-of-chip';
import { Brand } from './brand';
import { LanguageAndTheme } from './language-and-theme';
import { LogHead } from './log-head';
import { PlainButton } from './plain-button';
import { SearchBox } from './search-box';
import css from './top-bar.module.css';
import type { Freshness } from './use-freshness';

interface Props {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly freshness: Freshness;
}

/** Where one is, as of when, how fresh it is, and who looks. */
export const TopBar = ({ searchRef, freshness }: Props) => {
  const { t } = useWords();
  const { me, leave, changePost } = useSession();
  const place = me.territory?.label;
  const who = useDoer()(me);
  const capacity = [me.organisation.label, me.post?.label];
  return (
    <header className={css.top}>
      <Link to="/" className={css.brand}>
        <Brand />
      </Link>
      {place && <span className={css.place}>{place}</span>}
      <AsOfChip />
      <span className={css.grow} />
      <span className={css.sync}>
        <LogHead freshness={freshness} />
      </span>
      <SearchBox fieldRef={searchRef} className={css.search} />
      <LanguageAndTheme />
      <span className={css.who}>
        <Link to="/me" className={css.person} aria-label={t('top.me', { who })}>
          {who}
        </Link>
        <span className={css.capacity}>{` · ${capacity.filter(Boolean).join(' · ')}`}</span>
      </span>
      {changePost && <PlainButton onClick={changePost}>{t('post.change')}</PlainButton>}
      <PlainButton onClick={leave}>{t('top.leave')}</PlainButton>
    </header>
  );
};
