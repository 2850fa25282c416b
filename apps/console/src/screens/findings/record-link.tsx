import { Link, useNavigate } from '@tanstack/react-router';
import { graphql } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { useKeys } from '../../lib/keys';
import { useWords } from '../../words/use-words';

const MAY_RECORD = graphql(`
  query MayRecord {
    me {
      viewerCan(only: ["recordObservation"]) {
        allowed
      }
    }
  }
`);

/** The way to recording something, for those who may; `N` goes there. */
export const RecordLink = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { asOf } = useAsOf();
  const read = useRead(MAY_RECORD, {});
  const may = asOf === undefined && read.at === 'read' && read.data.me.viewerCan.some(({ allowed }) => allowed);
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
