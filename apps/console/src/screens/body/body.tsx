import { Link, useParams } from '@tanstack/react-router';
import { lazy } from 'react';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { ActPanel } from '../../forms/act-panel';
import { useAsOf } from '../../frame/as-of';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton, Unread } from '../../ui/states';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import { NothingHere } from '../nothing-here';
import { BodyFacts } from './body-facts';
import css from './body.module.css';
import { Posts } from './posts';
import { BELOW, belowIn, BODY, type Body as Found } from './query';

const BodyActForm = lazy(() => import('./body-act-form').then(({ BodyActForm: loaded }) => ({ default: loaded })));

/** One body: its posts, and who holds them; of a moment, who held them then. */
export const Body = () => {
  const { id } = useParams({ from: '/bodies/$id' });
  const { asOf } = useAsOf();
  const read = useRead(BODY, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { organisation: body } = read.data;
  return body ? <Sheet body={body} isStale={read.stale} /> : <NothingHere />;
};

interface Props {
  readonly body: Found;
  readonly isStale: boolean;
}

const Sheet = ({ body, isStale }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  return (
    <Page title={body.name} end={<Ways body={body} />}>
      <div className={css.two}>
        <div>
          <Posts body={body} />
          <Lower id={body.id} />
        </div>
        <div>
          <BodyFacts body={body} />
          {asOf === undefined ? (
            <ActPanel
              possible={body.viewerCan}
              isStale={isStale}
              form={(open) => <BodyActForm body={body} {...open} />}
            />
          ) : (
            <p>{t('top.asOf.why')}</p>
          )}
        </div>
      </div>
    </Page>
  );
};

const Ways = ({ body }: { readonly body: Found }) => {
  const { t } = useWords();
  return (
    <>
      <Link to="/bodies" search={{ place: body.territory.id }}>
        {t('bodies.title')}
      </Link>
      <Link to="/history/$id" params={{ id: body.id }}>
        {t('directive.history')}
      </Link>
    </>
  );
};

/** The bodies right below it. */
const Lower = ({ id }: Pick<Found, 'id'>) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const read = useWhole(BELOW, { id, asOf }, belowIn);
  if (read.at === 'failed') return <Unread onAgain={read.again} />;
  if (read.at === 'reading' || read.data.nodes.length === 0) return null;
  return (
    <Sec title={t('bodies.lower')}>
      <ul className={text.dense}>
        {read.data.nodes.map(({ id: below, name }) => (
          <li key={below}>
            <Link to="/bodies/$id" params={{ id: below }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Sec>
  );
};
