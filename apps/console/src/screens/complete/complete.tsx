import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import type { Draft } from '../../forms/draft';
import { Due } from '../../ui/due';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { Failed, Skeleton } from '../../ui/states';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import { FINDING, type Finding } from '../finding/query';
import { NothingHere } from '../nothing-here';
import css from './complete.module.css';
import { CompletionForm } from './completion-form';
import { Preview } from './preview';

/** The unit reports it done, and sees meanwhile what whoever verifies it will see. */
export const Complete = () => {
  const { id } = useParams({ from: '/inbox/$id/complete' });
  const { asOf } = useAsOf();
  const read = useRead(FINDING, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { finding } = read.data;
  return finding ? <Completion finding={finding} asOf={asOf} /> : <NothingHere />;
};

const Completion = ({ finding, asOf }: { readonly finding: Finding; readonly asOf: string | undefined }) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({});
  const back = () => void navigate({ to: '/inbox' });
  const can = finding.viewerCan.find(({ command }) => command === 'reportCompletion');
  const due = finding.rectification?.dueAt;
  return (
    <Page>
      <p className={css.line}>
        <Link to="/inbox">← {t('inbox.title')}</Link>
        {finding.number !== null && <span className={text.number}>{finding.number}</span>}
        {due !== undefined && <Due at={due} asOf={asOf} />}
      </p>
      <h1 className={css.title}>{finding.description}</h1>
      <div className={css.two}>
        <Sec title={t('complete.title')} note={t('complete.note')}>
          {can?.allowed === true ? (
            <CompletionForm finding={finding} onDraft={setDraft} onRecorded={back} onClose={back} />
          ) : (
            <p>{can?.reason}</p>
          )}
        </Sec>
        <Preview finding={finding} draft={draft} />
      </div>
    </Page>
  );
};
