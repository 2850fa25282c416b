import { door, type SignedIn } from '../api/door';
import { Dialog } from '../ui/dialog';
import { useWords } from '../words/use-words';
import { SignInForm } from './sign-in-form';

/** In the post in which they were, where they come back without one chosen. */
const sessionIn = async ({ chosen }: SignedIn): Promise<SignedIn | undefined> => {
  const answer = await door.session();
  if ('failure' in answer) return undefined;
  if (answer.said.chosen || !chosen) return answer.said;
  const taken = await door.choosePost(chosen);
  return 'failure' in taken ? answer.said : { ...answer.said, chosen };
};

/** The session ended elsewhere, or by itself: they sign in above the page, and what they wrote stays. */
export const Ended = ({ who, onBack }: { readonly who: SignedIn; readonly onBack: (again: SignedIn) => void }) => {
  const { t } = useWords();
  const back = async () => {
    const again = await sessionIn(who);
    if (again) onBack(again);
  };
  return (
    <Dialog title={t('signIn.ended.title')}>
      <p>{t('signIn.ended.why')}</p>
      <SignInForm onDone={() => void back()} />
    </Dialog>
  );
};
