import { lazy } from 'react';
import { ActPanel } from '../../forms/act-panel';
import { useAsOf } from '../../frame/as-of';
import { useSession } from '../../session/session';
import { useWords } from '../../words/use-words';
import type { Receipt } from './lists';
import type { Beside, Order } from './query';

/** Come with the first form that is opened. */
const DirectiveActForm = lazy(() =>
  import('./acts/directive-act-form').then(({ DirectiveActForm: loaded }) => ({ default: loaded })),
);
const ReceiptActForm = lazy(() =>
  import('./acts/directive-act-form').then(({ ReceiptActForm: loaded }) => ({ default: loaded })),
);

/** What is answered to requests is answered beside each of them. */
const RULINGS = ['exemptClause', 'refuseExemption', 'grantLaterDue', 'refuseLaterDue'];

interface Props {
  readonly order: Order;
  readonly beside: Beside;
  readonly receipts: readonly Receipt[];
  readonly isStale: boolean;
}

/** What may be done about an order, and about the receipt of the body that one acts for. */
export const Acts = ({ order, beside, receipts, isStale }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const { organisation } = useSession().me;
  const { directive: present } = beside;
  if (asOf !== undefined) return <p>{t('top.asOf.why')}</p>;
  if (present?.textVersion !== order.textVersion) return null;
  const receipt = receipts.find(({ recipient }) => recipient.id === organisation.id);
  const ofReceipt = (command: string) => receipt?.viewerCan.some((one) => one.command === command) === true;
  const ofOrder = present.viewerCan.filter(({ command, allowed }) => !allowed || !RULINGS.includes(command));
  return (
    <ActPanel
      possible={[...(receipt?.viewerCan ?? []), ...ofOrder]}
      isStale={isStale}
      form={(open) =>
        receipt && ofReceipt(open.name) ? (
          <ReceiptActForm receipt={receipt} directiveId={order.id} {...open} />
        ) : (
          <DirectiveActForm known={{ order, present }} {...open} />
        )
      }
    />
  );
};
