import statuses from 'labels:DirectiveStatus';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { labelOf } from '../../lib/label';
import { LongTable } from '../../ui/long-table';
import { Sec } from '../../ui/sec';
import { Unread } from '../../ui/states';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { ORDERS, type Order, type Orders } from './query';

interface Asked {
  readonly id: string;
  readonly asOf: string | undefined;
}

/** The orders that name a meeting as where they come from. What else it decided, nobody records. */
export const OrdersOfMeeting = ({ id }: { readonly id: string }) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const asked = { id, asOf };
  const read = useRead(ORDERS, asked);
  const page = read.at === 'read' ? read.data.directives : undefined;
  return (
    <Sec
      title={t('meeting.orders')}
      note={page && t('directives.count', { count: page.totalCount ?? page.edges.length })}
    >
      {read.at === 'failed' && <Unread onAgain={read.again} />}
      {page && <List page={page} asked={asked} />}
    </Sec>
  );
};

const List = ({ page, asked }: { readonly page: Orders; readonly asked: Asked }) => {
  const { t } = useWords();
  if (page.edges.length === 0) return <p>{t('meeting.orders.none')}</p>;
  return (
    <LongTable
      label={t('meeting.orders')}
      columns={(['what', 'issuer', 'issued', 'status'] as const).map((name) => t(`directives.${name}`))}
      query={ORDERS}
      {...{ asked, page }}
      pageIn={({ directives }) => directives}
      row={(row) => <Row key={row.id} order={row} />}
    />
  );
};

const Row = ({ order }: { readonly order: Order }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  return (
    <tr>
      <td>
        <Link to="/directives/$id" params={{ id: order.id }}>
          {order.title}
        </Link>
        {order.number !== null && <div className={text.note}>{order.number}</div>}
      </td>
      <td>{order.issuer.label}</td>
      <td className={text.number}>
        {order.issuedAt === null ? t('directives.unissued') : telling.moment(order.issuedAt)}
      </td>
      <td>{labelOf(statuses, order.status, language)}</td>
    </tr>
  );
};
