import rulings from 'labels:ReturnRuling';
import statuses from 'labels:ReceiptStatus';
import { lazy } from 'react';
import { RowActs } from '../../forms/row-acts';
import { useAsOf } from '../../frame/as-of';
import { inLanguage } from '../../lib/both';
import { labelOf } from '../../lib/label';
import { useSession } from '../../session/session';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Beside, Order, Receipt } from './query';

const ReceiptActForm = lazy(() =>
  import('./acts/directive-act-form').then(({ ReceiptActForm: loaded }) => ({ default: loaded })),
);

interface Props extends Pick<Beside, 'receipts'> {
  readonly order: Order;
}

/** What became of the order at each body that it went to, as far as that is for the reader to see. */
export const Receipts = ({ order, receipts: { totalCount, edges } }: Props) => {
  const { t } = useWords();
  const signed = edges.filter(({ node }) => node.acknowledgedAt !== null).length;
  const note = edges.length === totalCount ? t('directive.receipts.n', { n: signed, of: totalCount }) : undefined;
  const columns = (['who', 'status', 'at'] as const).map((name) => t(`directive.receipts.${name}`));
  return (
    <Sec title={t('directive.receipts')} note={edges.length > 0 ? note : undefined}>
      {edges.length === 0 ? (
        <p className={text.dense}>{t('directive.receipts.none')}</p>
      ) : (
        <Table label={t('directive.receipts')} columns={columns}>
          {edges.map(({ node }) => (
            <Row key={node.id} receipt={node} directiveId={order.id} />
          ))}
        </Table>
      )}
    </Sec>
  );
};

interface RowProps {
  readonly receipt: Receipt;
  readonly directiveId: string;
}

const Row = ({ receipt, directiveId }: RowProps) => {
  const { language } = useWords();
  const { organisation } = useSession().me;
  const { asOf } = useAsOf();
  const who = inLanguage(receipt.recipient.label, language);
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
  const ruling = [
    returnRuling === null ? null : labelOf(rulings, returnRuling, language),
    inLanguage(returnRulingReason, language),
  ];
  const said = ruling.filter(Boolean).join(' · ');
  return (
    <div className={text.note}>
      {t('directive.return.reason', { reason: inLanguage(returnReason, language) })}
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
