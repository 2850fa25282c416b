import roles from 'labels:GrantedRole';
import { Link } from '@tanstack/react-router';
import { lazy, useEffect, useRef } from 'react';
import { useWhole } from '../../api/use-whole';
import { ActPanel } from '../../forms/act-panel';
import { useKeys } from '../../lib/keys';
import { labelOf } from '../../lib/label';
import { Button } from '../../ui/button';
import { Facts } from '../../ui/facts';
import { Failed, Skeleton } from '../../ui/states';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './access.module.css';
import { GrantStanding, usePeriod } from './grant-row';
import { useName } from './use-name';
import { granteeIn, GRANTS_OF, grantsOfIn, type GrantOf } from './query';

/** Comes with the first form that is opened. */
const GrantActForm = lazy(() => import('./act-forms').then(({ GrantActForm: loaded }) => ({ default: loaded })));

/** What stands to be done with a grant, by where it stands; the rest is no news. */
const ASKED: Readonly<Record<GrantOf['status'], readonly string[]>> = {
  proposed: ['approveGrant', 'refuseGrant', 'endGrant'],
  granted: ['endGrant'],
  refused: [],
  ended: [],
};

const possibleOf = ({ status, viewerCan }: GrantOf) =>
  viewerCan.filter(({ command, allowed }) => allowed || ASKED[status].includes(command));

interface Props {
  readonly of: string;
  readonly number: number;
  readonly asOf: string | undefined;
  readonly onClose: () => void;
}

/** All that is known of one grant, and what may be done about it. */
export const GrantPanel = ({ of, number, asOf, onClose }: Props) => {
  useKeys({ Escape: onClose });
  const read = useWhole(GRANTS_OF, { asOf, ...granteeIn(of) }, grantsOfIn);
  if (read.at === 'reading') return <Skeleton lines={6} />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const grant = read.data.nodes.find((one) => one.number === number);
  if (!grant && !read.data.isWhole) return <Skeleton lines={6} />;
  return <One grant={grant} isStale={read.stale} {...{ asOf, onClose }} />;
};

interface OneProps extends Pick<Props, 'asOf' | 'onClose'> {
  readonly grant: GrantOf | undefined;
  readonly isStale: boolean;
}

const One = ({ grant, isStale, asOf, onClose }: OneProps) => {
  const { t } = useWords();
  return (
    <>
      <Button kind="text" small onClick={onClose}>
        ← {t('access.close')}
      </Button>
      {grant ? <Known grant={grant} /> : <p>{t('access.gone')}</p>}
      {grant && asOf === undefined && (
        <ActPanel
          possible={possibleOf(grant)}
          isStale={isStale}
          form={(open) => <GrantActForm grant={grant} {...open} />}
        />
      )}
      {asOf !== undefined && <p>{t('top.asOf.why')}</p>}
    </>
  );
};

const Known = ({ grant }: { readonly grant: GrantOf }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const period = usePeriod();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = useName();
  const { grantee } = grant;
  const all = grantee.id.startsWith('post-') ? { post: grantee.id } : { person: grantee.id };
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={css.title}>
        {name(grantee)} · {labelOf(roles, grant.role, language)}
      </h2>
      <div className={css.facts}>
        <Facts
          facts={[
            [t('access.status'), <GrantStanding key="status" status={grant.status} />],
            [t('access.body'), name(grant.postOf)],
            [t('access.over'), name(grant.territory ?? grant.organisation) || t('access.over.nothing')],
            [t('access.period'), period(grant)],
            [t('access.reason'), grant.reason],
            [t('access.proposed'), `${name(grant.proposedBy)} · ${telling.moment(grant.proposedAt)}`],
            [t('access.decided'), name(grant.decidedBy)],
            [
              t('access.ended'),
              [name(grant.endedBy), grant.endedAt && telling.moment(grant.endedAt)].filter(Boolean).join(' · '),
            ],
            [t('access.because'), grant.because],
          ]}
        />
        <p className={css.note}>
          <Link to="/access" search={all}>
            {t('access.allOf')}
          </Link>
          {' · '}
          <Link to="/history/$id" params={{ id: grant.id }}>
            {t('history.open')}
          </Link>
        </p>
      </div>
    </>
  );
};
