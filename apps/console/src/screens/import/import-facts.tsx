import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useStatedDay } from '../../words/use-stated-day';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Document, Imported } from './query';

interface Props {
  readonly notice: Imported;
  readonly document: Document | undefined;
}

/** What the server says of a file, and of the document that is looked at. */
export const ImportFacts = ({ notice, document }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  return (
    <Sec title={t('directive.facts')}>
      <Confirmed notice={notice} />
      <Facts
        facts={[
          [t('imports.facts.at'), telling.moment(notice.importedAt)],
          [t('imports.facts.size'), `${String(notice.bytes)} B`],
          [t('imports.facts.documents'), String(notice.documents.length)],
          [t('imports.facts.dated'), document && <Dated dated={document.dated} />],
          [t('imports.facts.digest'), <span className={text.mono}>{notice.sha256}</span>],
        ]}
      />
    </Sec>
  );
};

const Confirmed = ({ notice: { confirmedBy, confirmedAt } }: Pick<Props, 'notice'>) => {
  const { t } = useWords();
  const telling = useTelling();
  if (confirmedAt === null) return <Status kind="partial">{t('imports.unconfirmed')}</Status>;
  const said = { who: confirmedBy?.label ?? '', at: telling.moment(confirmedAt) };
  return <Status kind="closed">{t('imports.confirmed', said)}</Status>;
};

const Dated = ({ dated }: Pick<Document, 'dated'>) => {
  const { t } = useWords();
  const day = useStatedDay();
  return dated === null ? t('imports.dated.none') : day(dated);
};
