import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { clientFor } from '../api/client';
import { door, type SignedIn } from '../api/door';
import { readAgain } from '../lib/again';
import { usePreferences } from '../lib/preferences';
import { Failed, Skeleton } from '../ui/states';
import { useWords } from '../words/use-words';
import { Ended } from './ended';
import { Gate } from './gate';
import { PasswordForm } from './password-form';
import { PostChoice } from './post-choice';
import { SignInForm } from './sign-in-form';
import { SignedInAs } from './signed-in-as';
import { inWordsOf, isSame, standingOf, type Standing } from './standing';

/** Lets people in, and keeps what they have on the page when their session ends while they work. */
export const SessionGate = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useWords();
  const [standing, setStanding] = useState<Standing>({ at: 'asking' });
  const ask = useCallback(() => void door.session().then((answer) => setStanding(standingOf(answer))), []);
  useEffect(ask, [ask]);
  const { language } = usePreferences();
  const isChoosing = standing.at === 'choosing';
  // Posts are called by their names in the language of whoever chooses.
  useEffect(() => {
    if (isChoosing) void door.session().then((answer) => setStanding((before) => inWordsOf(before, answer)));
  }, [isChoosing, language]);
  switch (standing.at) {
    case 'asking':
      return <Skeleton />;
    case 'unreachable':
      return <Failed failure={standing.failure} onAgain={ask} />;
    case 'away':
      return (
        <Gate title={t('signIn.title')}>
          <SignInForm onDone={ask} />
        </Gate>
      );
    case 'mustChange':
      return (
        <Gate title={t('password.title')} why={t('password.why')}>
          <PasswordForm onDone={ask} />
        </Gate>
      );
    case 'choosing':
      return (
        <Gate title={t('post.title')} why={t('post.why')}>
          <PostChoice posts={standing.posts} forOthers={standing.forOthers} onDone={ask} />
        </Gate>
      );
    case 'in':
      return (
        <In who={standing.who} onChange={setStanding}>
          {children}
        </In>
      );
  }
};

interface InProps {
  readonly who: SignedIn;
  readonly onChange: (standing: Standing) => void;
  readonly children: ReactNode;
}

/** Whoever is in. When the session ends they sign in again above the page; somebody else gets a page of their own. */
const In = ({ who, onChange, children }: InProps) => {
  const [ended, setEnded] = useState(false);
  const { language } = usePreferences();
  // What was answered in one language is not shown in the other.
  const client = useMemo(() => clientFor(() => setEnded(true)), [language]);
  const back = (again: SignedIn) => {
    if (!isSame(who, again)) {
      window.location.assign('/');
      return;
    }
    setEnded(false);
    readAgain();
  };
  const { posts, forOthers } = who;
  const choose = posts.length + forOthers.length > 1 ? () => onChange({ at: 'choosing', posts, forOthers }) : undefined;
  return (
    <Provider value={client}>
      <SignedInAs changePost={choose} onLeft={() => onChange({ at: 'away' })}>
        {children}
      </SignedInAs>
      {ended && <Ended who={who} onBack={back} />}
    </Provider>
  );
};
