import statuses from 'labels:ReceiptStatus';
import { inLanguage } from '../../lib/both';
import { labelOf } from '../../lib/label';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Beside, Receipt } from './query';

/** What became of the order at each body that it went to, as far as that is for the reader to see. */
export const Receipts = ({ receipts: { totalCount, edges } }: Pick<Beside, 'receipts'>) => {
  const { t, language } = useWords();
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
            <tr key={node.id}>
              <td>{inLanguage(node.recipient.label, language)}</td>
              <td>
                <Standing receipt={node} />
              </td>
              <td className={text.number}>
                <Signed receipt={node} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Sec>
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
