import { useMay } from '../../api/use-may';
import { useWords } from '../../words/use-words';
import { ClauseList } from './clause-list';
import css from './directive.module.css';
import { holds } from './holds';
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
  const { t } = useWords();
  const mayAdd = useMayAddDuties(order, beside?.directive?.textVersion);
  const duties = beside?.responsibilityMatrix;
  return (
    <>
      <ClauseList
        clauses={order.clauses}
        duties={duties?.edges.map(({ node }) => node)}
        dutiesFor={mayAdd ? order.id : undefined}
      />
      {duties?.pageInfo.hasNextPage === true && <p className={css.asked}>{t('directive.duties.more')}</p>}
    </>
  );
};

/** Whether whoever looks may give its clauses duties: only those of the text that holds. */
const useMayAddDuties = (order: Order, present: number | undefined): boolean => {
  const may = useMay('defineDutyPoint');
  return order.textVersion === present && holds(order) && may('defineDutyPoint')?.allowed === true;
};
