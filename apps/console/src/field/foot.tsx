import { prefer, usePreferences } from '../lib/preferences';
import css from './field.module.css';
import { useSay } from './say';
import type { Things } from './things';

interface Props {
  readonly things: Things | undefined;
  readonly onLeave: () => void;
  /** Undefined for who holds one post. */
  readonly onChoosePost: (() => void) | undefined;
}

const OTHER_THEME = { light: 'dark', dark: 'light' } as const;

/** As whom one writes here, and the ways out. */
export const Foot = ({ things, onLeave, onChoosePost }: Props) => {
  const { t } = useSay();
  const other = OTHER_THEME[usePreferences().theme];
  const me = things?.me;
  const names = [me?.person.label, me?.organisation.label, me?.post?.label].filter((name) => typeof name === 'string');
  return (
    <footer className={css.foot}>
      <p>{names.join(' · ')}</p>
      <button type="button" className={css.link} onClick={() => prefer({ theme: other })}>
        {t(`phone.${other}`)}
      </button>
      {onChoosePost && (
        <button type="button" className={css.link} onClick={onChoosePost}>
          {t('phone.whichPost')}
        </button>
      )}
      <a className={css.link} href="/">
        {t('phone.console')}
      </a>
      <button type="button" className={css.link} onClick={onLeave}>
        {t('phone.signOut')}
      </button>
    </footer>
  );
};
