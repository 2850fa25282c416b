import { Link } from '@tanstack/react-router';
import { Blank } from '../../ui/states';
import { useWords } from '../../words/use-words';

/** Nothing that this post may see: whether it is there at all is not told. */
export const NoRecord = () => {
  const { t } = useWords();
  return (
    <Blank title={t('history.denied')} said={t('history.denied.why')}>
      <Link to="/">{t('state.home')}</Link>
    </Blank>
  );
};
