import { Link } from '@tanstack/react-router';
import { Blank } from '../ui/states';
import { useWords } from '../words/use-words';

/** An address that is none of ours, or that shows nothing to whoever looks. */
export const NothingHere = () => {
  const { t } = useWords();
  return (
    <Blank title={t('state.nothingHere')} said={t('state.nothingHere.why')}>
      <Link to="/">{t('state.home')}</Link>
    </Blank>
  );
};
