import { Link } from '@tanstack/react-router';
import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './overview.module.css';
import type { Overview } from './query';

const REACHED = ['delivered', 'acknowledged', 'passedOn'] as const;

type Order = Overview['orders'][number];

/** How far the newest orders came: each bar with its figures in words, in a table of its own. */
export const Orders = ({ orders }: Pick<Overview, 'orders'>) => {
  const { t } = useWords();
  const columns = (['what', ...REACHED] as const).map((name) => t(`home.orders.${name}`));
  return (
    <Sec title={t('home.orders')}>
      {orders.length === 0 ? (
        <p className={text.dense}>{t('home.orders.none')}</p>
      ) : (
        <Table label={t('home.orders')} columns={columns}>
          {orders.map((order) => (
            <Row key={order.directive.id} order={order} />
          ))}
        </Table>
      )}
    </Sec>
  );
};

const Row = ({ order }: { readonly order: Order }) => {
  const { t } = useWords();
  const telling = useTelling();
  const { directive, issuer, issuedAt, bodies } = order;
  // Two bodies may have ordered under one title.
  const said = [issuer.label, issuedAt === null ? '' : telling.day(issuedAt)];
  return (
    <tr>
      <td>
        <Link to="/directives/$id/cascade" params={{ id: directive.id }}>
          {directive.label ?? directive.id}
        </Link>
        <div className={text.note}>{said.filter(Boolean).join(' · ')}</div>
      </td>
      {REACHED.map((name) => (
        <td key={name} className={css.reach}>
          <span className={css.name}>{t(`home.orders.${name}`)}</span>
          <span className={css.bar}>
            <i aria-hidden style={{ width: bodies === 0 ? 0 : `${(order[name] / bodies) * 100}%` }} />
            <span>
              {order[name]} / {bodies}
            </span>
          </span>
        </td>
      ))}
    </tr>
  );
};
