import { useMay } from '../../api/use-may';
import { useWhole } from '../../api/use-whole';
import { useAsOf } from '../../frame/as-of';
import { Unread } from '../../ui/states';
import { ClauseList } from './clause-list';
import css from './directive.module.css';
import { holds } from './holds';
import { DUTIES, dutiesIn } from './lists';
import type { Beside, Order } from './query';

interface Props {
  readonly order: Order;
  /** Undefined until it is known. */
  readonly beside: Beside | undefined;
}

/** The clauses of an order with the duties that they ask for; its text, where it has none. */
export const Clauses = ({ order, beside }: Props) =>
  order.clauses.length > 0 ? (
    <WithDuties order={order} beside={beside} />
  ) : (
    <p className={css.whole} lang="zh-CN">
      {order.text}
    </p>
  );

const WithDuties = ({ order, beside }: Props) => {
  const { asOf } = useAsOf();
  const mayAdd = useMayAddDuties(order, beside?.directive?.textVersion);
  const read = useWhole(DUTIES, { id: order.id, asOf }, dutiesIn);
  return (
    <>
      {read.at === 'failed' && <Unread onAgain={read.again} />}
      <ClauseList
        clauses={order.clauses}
        duties={read.at === 'read' && read.data.isWhole ? read.data.nodes : undefined}
        dutiesFor={mayAdd ? order.id : undefined}
      />
    </>
  );
};

/** Whether whoever looks may give its clauses duties: only those of the text that holds. */
const useMayAddDuties = (order: Order, present: number | undefined): boolean => {
  const may = useMay('defineDutyPoint');
  return order.textVersion === present && holds(order) && may('defineDutyPoint')?.allowed === true;
};
