import { useEffect, type ReactNode } from 'react';
import { LANGUAGE_TAGS } from '../lib/language';
import css from './field.module.css';
import { Home } from './home';
import type { FieldStore } from './queue/store';
import { useSay } from './say';
import { Gate, Posts, SignIn } from './sign-in';
import { useItems } from './use-items';
import { usePerson, type Person } from './use-person';

/** The page says which language it is in. */
const useTitle = () => {
  const { t, language } = useSay();
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language];
    document.title = t('phone.app');
  });
};

/** The form on a phone, for whoever uses it. */
export const App = ({ store }: { readonly store: FieldStore }) => {
  useTitle();
  const { person, look, leave, come, choose } = usePerson(store);
  const { others: unsent } = useItems(store, undefined);
  if (person.at === 'asking') return <main className={css.page} aria-busy />;
  if (person.at !== 'in') return <Outside {...{ person, unsent, come, look }} />;
  const { who, isReached } = person;
  if (!who.chosen) return null;
  return (
    <Home
      // Whoever comes otherwise has a page of their own.
      key={[who.personId, who.chosen.postId, who.chosen.orgId].join(' ')}
      {...{ store, isReached, onLook: look, onLeave: leave }}
      who={{ ...who, chosen: who.chosen }}
      onChoosePost={who.posts.length > 1 ? () => choose(who) : undefined}
    />
  );
};

interface OutsideProps {
  readonly person: Exclude<Person, { readonly at: 'in' } | { readonly at: 'asking' }>;
  readonly unsent: number;
  readonly come: () => void;
  readonly look: () => void;
}

const Outside = ({ person, unsent, come, look }: OutsideProps): ReactNode => {
  const { t } = useSay();
  switch (person.at) {
    case 'away':
      return (
        <Gate title={t('phone.signIn')} unsent={unsent} why={person.isEnded ? t('phone.ended') : undefined}>
          <SignIn onDone={come} />
        </Gate>
      );
    case 'choosing':
      return (
        <Gate title={t('phone.whichPost')} unsent={unsent}>
          <Posts posts={person.posts} onDone={come} />
        </Gate>
      );
    case 'mustChange':
      return (
        <Gate title={t('phone.signIn')} unsent={unsent}>
          <p>{t('phone.mustChange')}</p>
          <a className={css.choice} href="/">
            {t('phone.console')}
          </a>
        </Gate>
      );
    case 'unreachable':
      return (
        <Gate title={t('phone.signIn')} unsent={unsent}>
          <p>{person.failure.message ?? t('phone.nobody')}</p>
          <button type="button" className={css.choice} onClick={look}>
            {t('phone.again')}
          </button>
        </Gate>
      );
  }
};
