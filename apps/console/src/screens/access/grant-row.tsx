import roles from 'labels:GrantedRole';
import statuses from 'labels:GrantStatus';
import { Link } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import { classes } from '../../ui/classes';
import { Status, type StatusKind } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './access.module.css';
import type { GrantRow } from './query';
import { useName } from './use-name';
import type { GrantStatus } from './which';

const KINDS: Readonly<Record<GrantStatus, StatusKind | undefined>> = {
  ...{ proposed: 'partial', granted: 'closed' },
  ...{ refused: 'failed', ended: undefined },
};

/** Where a grant stands: ended is nothing to look at. */
export const GrantStanding = ({ status }: { readonly status: GrantStatus }) => {
  const { language } = useWords();
  const [kind, said] = [KINDS[status], labelOf(statuses, status, language)];
  return kind ? <Status kind={kind}>{said}</Status> : said;
};

/** From when until when. */
export const usePeriod = (): ((grant: Pick<GrantRow, 'from' | 'to' | 'endedAt'>) => string) => {
  const { t } = useWords();
  const telling = useTelling();
  return ({ from, to, endedAt }) => {
    const until = endedAt ?? to;
    return until === null
      ? t('access.since', { at: telling.day(from) })
      : t('access.fromTo', { from: telling.day(from), to: telling.day(until) });
  };
};

/** One grant: who has what over what, how long, where it stands, and by whose hand. */
export const GrantLine = ({ row, isOpen }: { readonly row: GrantRow; readonly isOpen: boolean }) => {
  const { t, language } = useWords();
  const period = usePeriod();
  const name = useName();
  const by = [row.proposedBy, row.decidedBy].map(name).filter((one) => one !== '');
  return (
    <tr className={classes(isOpen && css.chosen)}>
      <td>
        <Link
          to="/access"
          search={(before: object) => ({ ...before, of: row.grantee.id, n: String(row.number), act: undefined })}
          aria-current={isOpen || undefined}
        >
          {name(row.grantee)}
        </Link>
        {row.postOf && <div className={text.note}>{name(row.postOf)}</div>}
      </td>
      <td>{labelOf(roles, row.role, language)}</td>
      <td>{name(row.territory ?? row.organisation) || t('access.over.nothing')}</td>
      <td>{period(row)}</td>
      <td className={text.number}>
        <GrantStanding status={row.status} />
      </td>
      <td>{by.join(' · ')}</td>
    </tr>
  );
};
