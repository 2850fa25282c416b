import statuses from 'labels:EvidenceStatus';
import { shortDigest } from '../../lib/digest';
import { labelOf } from '../../lib/label';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Finding } from './query';

type File = Finding['evidence'][number];

/** What proves it: fixed by digest, and given out as long as it is as it was. */
export const EvidenceList = ({ evidence }: { readonly evidence: Finding['evidence'] }) => {
  const { t } = useWords();
  const columns = [t('finding.evidence'), t('finding.evidence.received'), t('finding.evidence.digest')];
  return (
    <Sec title={t('finding.evidence')} note={t('finding.evidence.note')}>
      {evidence.length === 0 ? (
        <p>{t('finding.evidence.none')}</p>
      ) : (
        <Table label={t('finding.evidence')} columns={columns}>
          {evidence.map((file, at) => (
            <Row key={file.id} file={file} name={t('finding.evidence.file', { n: at + 1 })} />
          ))}
        </Table>
      )}
    </Sec>
  );
};

const Row = ({ file, name }: { readonly file: File; readonly name: string }) => {
  const { t } = useWords();
  const telling = useTelling();
  const { sha256, bytes, mediaType, receivedAt, stored } = file;
  const claimed = stored?.takenAt ?? null;
  return (
    <tr>
      <td>
        <Given file={file} name={name} />
        <div className={text.note}>{t('finding.evidence.bytes', { n: bytes, type: mediaType })}</div>
      </td>
      <td>
        {receivedAt !== null && telling.moment(receivedAt)}
        {claimed !== null && <div className={text.note}>{t('finding.evidence.taken', { at: claimed })}</div>}
      </td>
      <td className={text.mono} title={sha256}>
        {shortDigest(sha256)}
      </td>
    </tr>
  );
};

/** Where it can be had; of what is not as it was, that it is not. */
const Given = ({ file: { path, stored }, name }: { readonly file: File; readonly name: string }) => {
  const { language } = useWords();
  if (!stored) return name;
  if (stored.status !== 'stored')
    return (
      <Status kind="failed">
        {name} · {labelOf(statuses, stored.status, language)}
      </Status>
    );
  return (
    <a href={path} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
};
