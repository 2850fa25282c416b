import { Link, useNavigate } from '@tanstack/react-router';
import { useMay } from '../../api/use-may';
import { useKeys } from '../../lib/keys';
import { useWords } from '../../words/use-words';

/** The way to recording something, for those who may; `N` goes there. */
export const RecordLink = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const may = useMay('recordObservation')('recordObservation')?.allowed === true;
  useKeys({ KeyN: may ? () => void navigate({ to: '/findings/new' }) : undefined });
  return may ? (
    <>
      <Link to="/findings/new">
        {t('findings.record')} <kbd aria-hidden>N</kbd>
      </Link>{' '}
      <a href="/field">{t('findings.field')}</a>
    </>
  ) : null;
};
