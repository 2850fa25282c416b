import { Link, useParams } from '@tanstack/react-router';
import { lazy } from 'react';
import { useRead } from '../../api/use-read';
import { ActPanel } from '../../forms/act-panel';
import { useAsOf } from '../../frame/as-of';
import { inLanguage } from '../../lib/both';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton } from '../../ui/states';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import { NothingHere } from '../nothing-here';
import { BodyFacts } from './body-facts';
import css from './body.module.css';
import { Posts } from './posts';
import { BODY, type Below, type Body as Found } from './query';

const BodyActForm = lazy(() => import('./body-act-form').then(({ BodyActForm: loaded }) => ({ default: loaded })));

/** One body: its posts, and who holds them; of a moment, who held them then. */
export const Body = () => {
  const { id } = useParams({ from: '/bodies/$id' });
  const { asOf } = useAsOf();
  const read = useRead(BODY, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { organisation: body, organisations: below } = read.data;
  return body ? <Sheet body={body} below={below} isStale={read.stale} /> : <NothingHere />;
};

interface Props {
  readonly body: Found;
  readonly below: Below;
  readonly isStale: boolean;
}

const Sheet = ({ body, below, isStale }: Props) => {
  const { t, language } = useWords();
  const { asOf } = useAsOf();
  return (
    <Page title={inLanguage(body.name, language)} end={<Ways body={body} />}>
      <div className={css.two}>
        <div>
          <Posts body={body} />
          <Lower below={below} />
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
const Lower = ({ below: { edges, pageInfo } }: Pick<Props, 'below'>) => {
  const { t, language } = useWords();
  if (edges.length === 0) return null;
  return (
    <Sec title={t('bodies.lower')}>
      <ul className={text.dense}>
        {edges.map(({ node: { id, name } }) => (
          <li key={id}>
            <Link to="/bodies/$id" params={{ id }}>
              {inLanguage(name, language)}
            </Link>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <p className={text.note}>{t('bodies.lower.more')}</p>}
    </Sec>
  );
};
