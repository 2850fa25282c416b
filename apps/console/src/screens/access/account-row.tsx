import { Link } from '@tanstack/react-router';
import { classes } from '../../ui/classes';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './access.module.css';
import type { AccountRow } from './query';
import { useName } from './use-name';

/** Whether it can be used. */
export const AccountStanding = ({ enabled }: Pick<AccountRow, 'enabled'>) => {
  const { t } = useWords();
  return <Status kind={enabled ? 'closed' : 'failed'}>{t(enabled ? 'accounts.is.open' : 'accounts.is.shut')}</Status>;
};

/** One account: whose it is, whether it can be used, since when, and who saw to that. */
export const AccountLine = ({ row, isOpen }: { readonly row: AccountRow; readonly isOpen: boolean }) => {
  const name = useName();
  const telling = useTelling();
  return (
    <tr className={classes(isOpen && css.chosen)}>
      <td>
        <Link
          to="/access/accounts"
          search={(before: object) => ({ ...before, of: row.person.id })}
          aria-current={isOpen || undefined}
        >
          {name(row.person)}
        </Link>
      </td>
      <td className={text.number}>
        <AccountStanding enabled={row.enabled} />
      </td>
      <td>{telling.day(row.since)}</td>
      <td>{name(row.changedBy)}</td>
    </tr>
  );
};
