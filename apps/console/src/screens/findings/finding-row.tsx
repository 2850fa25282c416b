import classes from 'labels:FindingClass';
import stages from 'labels:FindingStage';
import severities from 'labels:Severity';
import { Link } from '@tanstack/react-router';
import { joined } from '../../lib/joined';
import { labelOf } from '../../lib/label';
import { Due } from '../../ui/due';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import type { FindingRow as Row } from './query';

/** One finding: what was seen, what it is, who mends it, how far that is, and by when. */
export const FindingRow = ({ row, asOf }: { readonly row: Row; readonly asOf: string | undefined }) => {
  const { language } = useWords();
  const stage = labelOf(stages, row.status, language);
  const { rectification: fix } = row;
  return (
    <tr>
      <td>
        <Link to="/findings/$id" params={{ id: row.id }}>
          {row.description}
        </Link>
        <div className={text.note}>{joined(row.number, row.place)}</div>
      </td>
      <td>
        {labelOf(classes, row.class, language)} · {labelOf(severities, row.severity, language)}
      </td>
      <td>{fix?.unit.label}</td>
      <td>{row.closedOut ? <Status kind="closed">{stage}</Status> : stage}</td>
      <td className={text.number}>{fix && !row.closedOut && <Due at={fix.dueAt} asOf={asOf} />}</td>
    </tr>
  );
};
