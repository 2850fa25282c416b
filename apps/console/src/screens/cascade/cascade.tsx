import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { joined } from '../../lib/joined';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { NothingHere } from '../nothing-here';
import css from './cascade.module.css';
import { Differences } from './differences';
import { countsOf } from './hops';
import { Original } from './original';
import { CASCADE, type Cascaded, type Hop, type Order } from './query';
import { Tree } from './tree';

/** How an order went down the levels, where it broke off, and who passed on other words. */
export const Cascade = () => {
  const { id } = useParams({ from: '/directives/$id/cascade' });
  const { asOf, after } = useSearch({ from: '/directives/$id/cascade' });
  const read = useRead(CASCADE, { id, asOf, after });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { directive: order, cascade } = read.data;
  return order ? <Sheet order={order} cascade={cascade} /> : <NothingHere />;
};

interface Props {
  readonly order: Order;
  readonly cascade: Cascaded['cascade'];
}

const Sheet = ({ order, cascade }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  const navigate = useNavigate();
  const search = useSearch({ from: '/directives/$id/cascade' });
  const hops = cascade.edges.map(({ node }) => node);
  const compared = hops.find(({ passedOnAs }) => passedOnAs !== null && passedOnAs.id === search.diff);
  const compare = (hop: Hop | undefined) =>
    void navigate({
      to: '/directives/$id/cascade',
      params: { id: order.id },
      search: { ...search, diff: hop?.passedOnAs?.id },
    });
  const note = [
    order.issuer.label,
    ...(order.issuedAt === null ? [] : [telling.moment(order.issuedAt)]),
    t('cascade.said', countsOf(hops)),
  ].join(' · ');
  return (
    <Page title={order.title} note={note} end={<ToText id={order.id} />}>
      <div className={css.two}>
        <div>
          {hops.some(({ recipient }) => recipient !== null) ? (
            <Tree hops={hops} total={cascade.totalCount} onCompare={compare} />
          ) : (
            <p>{t('cascade.none')}</p>
          )}
          <Pages id={order.id} next={cascade.pageInfo.hasNextPage ? cascade.pageInfo.endCursor : null} />
        </div>
        {compared?.passedOnAs ? (
          <Differences
            {...{ id: compared.passedOnAs.id, parentId: compared.directive.id, asOf: search.asOf }}
            who={joined(compared.recipient?.label ?? compared.directive.label)}
            onClose={() => compare(undefined)}
          />
        ) : (
          <Original order={order} />
        )}
      </div>
    </Page>
  );
};

const ToText = ({ id }: { readonly id: string }) => {
  const { t } = useWords();
  return (
    <Link to="/directives/$id" params={{ id }}>
      {t('directive.text')}
    </Link>
  );
};

const Pages = ({ id, next }: { readonly id: string; readonly next: string | null }) => {
  const { t } = useWords();
  const { after } = useSearch({ from: '/directives/$id/cascade' });
  if (after === undefined && next === null) return null;
  const to = { to: '/directives/$id/cascade', params: { id } } as const;
  return (
    <p className={css.pages}>
      {after !== undefined && <Link {...to}>{t('cascade.first')}</Link>}
      {next !== null && (
        <Link {...to} search={{ after: next }}>
          {t('cascade.more')}
        </Link>
      )}
    </p>
  );
};
