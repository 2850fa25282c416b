import rulings from 'labels:ReturnRuling';
import statuses from 'labels:ReceiptStatus';
import { lazy } from 'react';
import type { Whole } from '../../api/read-all';
import { RowActs } from '../../forms/row-acts';
import { useAsOf } from '../../frame/as-of';
import { labelOf } from '../../lib/label';
import { useSession } from '../../session/session';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { WholeTable } from '../../ui/whole-table';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Receipt } from './lists';
import type { Order } from './query';

const ReceiptActForm = lazy(() =>
  import('./acts/directive-act-form').then(({ ReceiptActForm: loaded }) => ({ default: loaded })),
);

interface Props {
  readonly order: Order;
  readonly receipts: Whole<Receipt>;
}

/** What became of the order at each body that it went to, as far as that is for the reader to see. */
export const Receipts = ({ order, receipts: { nodes, isWhole } }: Props) => {
  const { t } = useWords();
  const signed = nodes.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  const note = isWhole ? t('directive.receipts.n', { n: signed, of: nodes.length }) : t('state.loading');
  const columns = (['who', 'status', 'at'] as const).map((name) => t(`directive.receipts.${name}`));
  return (
    <Sec title={t('directive.receipts')} note={nodes.length > 0 ? note : undefined}>
      {nodes.length === 0 ? (
        <p className={text.dense}>{t('directive.receipts.none')}</p>
      ) : (
        <WholeTable
          label={t('directive.receipts')}
          columns={columns}
          nodes={nodes}
          row={(receipt) => <Row key={receipt.id} receipt={receipt} directiveId={order.id} />}
        />
      )}
    </Sec>
  );
};

interface RowProps {
  readonly receipt: Receipt;
  readonly directiveId: string;
}

const Row = ({ receipt, directiveId }: RowProps) => {
  const { organisation } = useSession().me;
  const { asOf } = useAsOf();
  const who = receipt.recipient.label ?? '';
  // What whoever looks may do about the receipt of their own body stands with all that they may do about the order.
  const isOwn = receipt.recipient.id === organisation.id;
  const allowed = isOwn || asOf !== undefined ? [] : receipt.viewerCan.filter((one) => one.allowed);
  return (
    <tr>
      <td>{who}</td>
      <td>
        <Standing receipt={receipt} />
        <Return receipt={receipt} />
        <RowActs
          names={allowed.map(({ command }) => command)}
          about={who}
          form={(open) => <ReceiptActForm receipt={receipt} directiveId={directiveId} {...open} />}
        />
      </td>
      <td className={text.number}>
        <Signed receipt={receipt} />
      </td>
    </tr>
  );
};

/** Why it was sent back, and what was said to that. */
const Return = ({ receipt: { returnReason, returnRuling, returnRulingReason } }: { readonly receipt: Receipt }) => {
  const { t, language } = useWords();
  if (returnReason === null) return null;
  const ruling = [returnRuling === null ? null : labelOf(rulings, returnRuling, language), returnRulingReason];
  const said = ruling.filter(Boolean).join(' · ');
  return (
    <div className={text.note}>
      {t('directive.return.reason', { reason: returnReason })}
      {said !== '' && ` ${t('directive.return.ruling', { ruling: said })}`}
    </div>
  );
};

const Standing = ({ receipt }: { readonly receipt: Receipt }) => {
  const { t, language } = useWords();
  if (receipt.acknowledgementMissedAt !== null && receipt.acknowledgedAt === null)
    return <Status kind="overdue">{t('directive.receipts.missed')}</Status>;
  return labelOf(statuses, receipt.status, language);
};

const Signed = ({ receipt: { acknowledgedAt, acknowledgeBy } }: { readonly receipt: Receipt }) => {
  const { t } = useWords();
  const telling = useTelling();
  if (acknowledgedAt !== null) return telling.moment(acknowledgedAt);
  return acknowledgeBy === null ? null : t('directive.receipts.by', { at: telling.due(acknowledgeBy) });
};
