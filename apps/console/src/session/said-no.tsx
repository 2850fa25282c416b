import type { Failure } from '../api/failure';
import { useWords } from '../words/use-words';
import css from './sign-in.module.css';

/** Why the door said no, in its own words. */
export const SaidNo = ({ failure }: { readonly failure: Failure | undefined }) => {
  const { t } = useWords();
  return (
    <p className={css.wrong} role="alert" hidden={failure === undefined}>
      {failure && (failure.message ?? t('state.failed.network'))}
    </p>
  );
};
