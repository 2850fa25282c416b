import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { useSession } from '../../session/session';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { worstFirst } from '../matrix/gaps';
import { Brief } from './brief';
import { Figures } from './figures';
import { Hero } from './hero';
import { Orders } from './orders';
import css from './overview.module.css';
import { Places } from './places';
import { OVERVIEW, type Looked } from './query';
import { Waiting } from './waiting';

/** More are not counted. */
const MANY = 1_000;

/** What a headquarters looks at first: what nobody answers for, in words, and then in figures. */
export const Overview = () => {
  const { asOf } = useAsOf();
  const { me } = useSession();
  const read = useRead(OVERVIEW, { asOf, place: me.territory?.id });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  return (
    <Page>
      {read.failure && <Stale onAgain={read.again} />}
      <Sheet looked={read.data} asOf={asOf} />
    </Page>
  );
};

const Stale = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { t } = useWords();
  return (
    <p role="status" className={css.stale}>
      {t('home.stale')}
      <Button small onClick={onAgain}>
        {t('state.again')}
      </Button>
    </p>
  );
};

const Sheet = ({ looked, asOf }: { readonly looked: Looked; readonly asOf: string | undefined }) => {
  const { t } = useWords();
  const telling = useTelling(asOf);
  const { overview, head } = looked;
  const gaps = worstFirst(looked.dutyGaps.edges.map(({ node }) => node));
  return (
    <>
      <Hero count={overview.unowned.now} gaps={gaps} isAll={!looked.dutyGaps.pageInfo.hasNextPage} asOf={asOf} />
      <Figures overview={overview} />
      <div className={css.two}>
        <div>
          {asOf === undefined && <Waiting />}
          <Orders orders={overview.orders} />
        </div>
        <Places places={overview.places} />
      </div>
      <p className={css.log}>
        {[
          t('home.log', { n: head ?? '0', at: telling.moment(overview.at) }),
          t(overview.recordedToday < MANY ? 'home.today' : 'home.today.many', { count: overview.recordedToday }),
        ].join(' · ')}
        <Brief overview={overview} worst={gaps[0]} asOf={asOf} />
      </p>
    </>
  );
};
