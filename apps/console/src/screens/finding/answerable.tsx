import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Finding } from './query';

/** Who held the duty when it happened, whoever holds it now. */
export const Answerable = ({ finding }: { readonly finding: Finding }) => {
  const { t } = useWords();
  const telling = useTelling();
  const note = t('finding.answerable.note', { at: telling.moment(finding.occurredAt) });
  const columns = [t('finding.answerable.party'), t('finding.answerable.who')];
  const who = ({ person, post, organisation }: Finding['answerable'][number]) =>
    [person, post, organisation]
      .map((part) => part?.label)
      .filter(Boolean)
      .join(' · ');
  return (
    <Sec title={t('finding.answerable')} note={note}>
      {finding.answerable.length === 0 ? (
        <p>{t('finding.answerable.none')}</p>
      ) : (
        <Table label={t('finding.answerable')} columns={columns}>
          {finding.answerable.map((holder) => (
            <tr key={`${holder.party} ${holder.organisation.id} ${holder.person?.id ?? ''}`}>
              <td>{t(`party.${holder.party}`)}</td>
              <td>{who(holder)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Sec>
  );
};
