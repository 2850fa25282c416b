import { Link } from '@tanstack/react-router';
import { lazy, useEffect, useRef } from 'react';
import { useRead } from '../../api/use-read';
import { ActPanel } from '../../forms/act-panel';
import { useKeys } from '../../lib/keys';
import { Button } from '../../ui/button';
import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton } from '../../ui/states';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './access.module.css';
import { AccountStanding } from './account-row';
import { ACCOUNTS, type AccountRow } from './query';
import { useName } from './use-name';

/** Comes with the first form that is opened. */
const AccountActForm = lazy(() => import('./act-forms').then(({ AccountActForm: loaded }) => ({ default: loaded })));

interface Props {
  readonly of: string | undefined;
  readonly asOf: string | undefined;
  readonly onClose: () => void;
}

/** What is known of one account and may be done about it; otherwise how there come to be more. */
export const AccountPanel = ({ of, asOf, onClose }: Props) =>
  of === undefined ? <AtTheMachine /> : <One key={of} of={of} asOf={asOf} onClose={onClose} />;

/** Whoever gets a password gets it where nobody's browser could be made to ask for it. */
const COMMANDS = ['add', 'reset', 'list'] as const;

const AtTheMachine = () => {
  const { t } = useWords();
  return (
    <Sec title={t('accounts.machine')}>
      <p>{t('accounts.machine.why')}</p>
      {COMMANDS.map((name) => (
        <div key={name}>
          <code className={css.command}>{t(`accounts.command.${name}`)}</code>
        </div>
      ))}
    </Sec>
  );
};

const One = ({ of, asOf, onClose }: Props & { readonly of: string }) => {
  const { t } = useWords();
  useKeys({ Escape: onClose });
  const read = useRead(ACCOUNTS, { asOf, personId: of });
  if (read.at === 'reading') return <Skeleton lines={6} />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const account = read.data.accounts.edges[0]?.node;
  return (
    <>
      <Button kind="text" small onClick={onClose}>
        ← {t('access.close')}
      </Button>
      {account ? <Known account={account} /> : <p>{t('accounts.gone')}</p>}
      {account && asOf === undefined && (
        <ActPanel
          possible={account.viewerCan}
          isStale={read.stale}
          form={(open) => <AccountActForm account={account} {...open} />}
        />
      )}
      {asOf !== undefined && <p>{t('top.asOf.why')}</p>}
    </>
  );
};

const Known = ({ account }: { readonly account: AccountRow }) => {
  const { t } = useWords();
  const telling = useTelling();
  const name = useName();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { person, enabled, since, changedBy, reason } = account;
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={css.title}>
        {name(person)}
      </h2>
      <div className={css.facts}>
        <Facts
          facts={[
            [t('accounts.status'), <AccountStanding key="status" enabled={enabled} />],
            [t('accounts.since'), telling.moment(since)],
            [t('accounts.by'), name(changedBy)],
            [t('access.reason'), reason],
          ]}
        />
        <p className={css.note}>
          <Link to="/access" search={{ person: person.id }}>
            {t('accounts.grants')}
          </Link>
          {' · '}
          <Link to="/history/$id" params={{ id: account.id }}>
            {t('history.open')}
          </Link>
        </p>
      </div>
    </>
  );
};
