import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import type { Finding } from './query';

const short = (digest: string): string => `${digest.slice(0, 8)} ${digest.slice(8, 16)} … ${digest.slice(-8)}`;

/** What proves it: fixed by digest, whoever holds the file. */
export const EvidenceList = ({ evidence }: { readonly evidence: Finding['evidence'] }) => {
  const { t } = useWords();
  const columns = [t('finding.evidence'), t('finding.evidence.digest')];
  return (
    <Sec title={t('finding.evidence')} note={t('finding.evidence.note')}>
      {evidence.length === 0 ? (
        <p>{t('finding.evidence.none')}</p>
      ) : (
        <Table label={t('finding.evidence')} columns={columns}>
          {evidence.map(({ id, sha256, bytes, mediaType }, at) => (
            <tr key={id}>
              <td>
                {t('finding.evidence.file', { n: at + 1 })}
                <div className={text.note}>{t('finding.evidence.bytes', { n: bytes, type: mediaType })}</div>
              </td>
              <td className={text.mono} title={sha256}>
                {short(sha256)}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Sec>
  );
};
