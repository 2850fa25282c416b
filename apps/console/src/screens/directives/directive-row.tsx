import instruments from 'labels:InstrumentKind';
import statuses from 'labels:DirectiveStatus';
import urgencies from 'labels:Urgency';
import { Link } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { DirectiveRow as Row } from './query';

/** One order: what it is, who gave it and when, to how many bodies it went, and where it stands. */
export const DirectiveRow = ({ row }: { readonly row: Row }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const kind = [labelOf(instruments, row.instrument, language), labelOf(urgencies, row.urgency, language)];
  return (
    <tr>
      <td>
        <Link to="/directives/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
        {row.number !== null && <div className={text.note}>{row.number}</div>}
      </td>
      <td>{row.issuer.label}</td>
      <td>{kind.join(' · ')}</td>
      <td className={text.number}>{row.issuedAt === null ? t('directives.unissued') : telling.moment(row.issuedAt)}</td>
      <td>{row.recipients.length > 0 && t('directives.recipients.n', { n: row.recipients.length })}</td>
      <td>
        {row.confirmed ? (
          labelOf(statuses, row.status, language)
        ) : (
          <Status kind="partial">{t('directive.unconfirmed')}</Status>
        )}
      </td>
    </tr>
  );
};
