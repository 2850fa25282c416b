import instruments from 'labels:InstrumentKind';
import statuses from 'labels:DirectiveStatus';
import urgencies from 'labels:Urgency';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMay } from '../../api/use-may';
import { useRead, type Read } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { useAsOf } from '../../frame/as-of';
import { labelOf } from '../../lib/label';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton, Unread } from '../../ui/states';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { NothingHere } from '../nothing-here';
import { Acts } from './acts-of-order';
import { Clauses } from './clauses-of-order';
import css from './directive.module.css';
import { RECEIPTS, receiptsIn } from './lists';
import { Origin } from './origin';
import { holds } from './holds';
import { BESIDE, DIRECTIVE, type Beside, type Order } from './query';
import { Receipts } from './receipts';
import { Requests } from './requests';
import { Versions } from './versions';

/** One order: its text in one of its versions, what each clause asks for, who signed for it, and what may be done. */
export const Directive = () => {
  const { id } = useParams({ from: '/directives/$id' });
  const { asOf, version } = useSearch({ from: '/directives/$id' });
  const textVersion = version === undefined ? undefined : Number(version);
  const read = useRead(DIRECTIVE, { id, asOf, textVersion });
  const beside = useRead(BESIDE, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { directive: order } = read.data;
  return order ? <Sheet order={order} beside={beside} /> : <NothingHere />;
};

interface Props {
  readonly order: Order;
  readonly beside: Beside | undefined;
}

interface SheetProps {
  readonly order: Order;
  readonly beside: Read<Beside>;
}

const Sheet = ({ order, beside }: SheetProps) => {
  const { asOf } = useAsOf();
  return (
    <Page title={order.title} note={useNote(order)} end={<Ways id={order.id} status={order.status} />}>
      <div className={css.two}>
        <div>
          <Text order={order} beside={beside.at === 'read' ? beside.data : undefined} />
          <Requests id={order.id} asOf={asOf} />
        </div>
        <div>
          <Signing order={order} beside={beside} />
        </div>
      </div>
    </Page>
  );
};

/** Who signed, where it comes from, and what may be done. */
const Signing = ({ order, beside }: SheetProps) => {
  const { asOf } = useAsOf();
  const receipts = useWhole(RECEIPTS, { id: order.id, asOf }, receiptsIn);
  const areRead = beside.at === 'read' && receipts.at === 'read';
  return (
    <>
      {[beside, receipts].map((read, at) => read.at === 'failed' && <Unread key={at} onAgain={read.again} />)}
      {receipts.at === 'read' && <Receipts order={order} receipts={receipts.data} />}
      <Origin order={order} />
      {areRead && (
        <Acts
          order={order}
          beside={beside.data}
          receipts={receipts.data.nodes}
          isStale={beside.stale || receipts.stale}
        />
      )}
    </>
  );
};

const useNote = ({ issuer, issuedAt, instrument, urgency, status, confirmed }: Order): string => {
  const { t, language } = useWords();
  const telling = useTelling();
  const said = [
    issuer.label,
    issuedAt === null ? t('directives.unissued') : telling.moment(issuedAt),
    labelOf(instruments, instrument, language),
    labelOf(urgencies, urgency, language),
    confirmed ? labelOf(statuses, status, language) : t('directive.unconfirmed'),
  ];
  return said.join(' · ');
};

const Ways = ({ id, status }: Pick<Order, 'id' | 'status'>) => {
  const { t } = useWords();
  const may = useMay('deployFrom');
  return (
    <>
      {holds({ status }) && may('deployFrom')?.allowed && (
        <Link to="/directives/new" search={{ from: id }}>
          {t('draft.deploy')}
        </Link>
      )}
      <Link to="/directives/$id/cascade" params={{ id }}>
        {t('directive.cascade')}
      </Link>
      <Link to="/history/$id" params={{ id }}>
        {t('directive.history')}
      </Link>
    </>
  );
};

const Text = ({ order, beside }: Props) => {
  const { t } = useWords();
  return (
    <Sec
      title={t('directive.text')}
      note={t('directive.text.count', { count: order.clauses.filter(({ heading }) => !heading).length })}
      end={<Versions order={order} versions={beside?.directive?.textVersions ?? []} />}
    >
      <Former order={order} present={beside?.directive?.textVersion ?? order.textVersion} />
      <Clauses order={order} beside={beside} />
    </Sec>
  );
};

const Former = ({ order, present }: { readonly order: Order; readonly present: number }) => {
  const { t } = useWords();
  if (order.textVersion === present) return null;
  return <p className={css.former}>{t('directive.version.past', { n: present })}</p>;
};
