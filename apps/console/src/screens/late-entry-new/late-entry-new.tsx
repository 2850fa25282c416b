import registerLateEntry from 'act:registerLateEntry';
import registerLedger from 'act:registerLedger';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import { Beginning } from '../../forms/beginning';
import { Page } from '../../ui/page';
import { Segmented } from '../../ui/segmented';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import { DigestEntry } from '../import/digest-entry';
import { LATE_ENTRY_KINDS } from '../late-entries/which';
import record from '../record/record.module.css';

/** What it is about follows from where somebody comes from, or is left open. */
const AS_SAID = {
  given: ['about'],
  first: ['number', 'photoSha256', 'what', 'takenBy', 'happenedAt', 'happenedFrom', 'happenedTo', 'count'],
  entries: { photoSha256: DigestEntry },
};

const ACTS: Readonly<Record<(typeof LATE_ENTRY_KINDS)[number], Act>> = {
  paper: { ...registerLateEntry, ...AS_SAID },
  ledger: { ...registerLedger, ...AS_SAID },
};

/** What is to be told late is registered first, with what shows it and why it comes so late. */
export const LateEntryNew = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { on: kind = 'paper', about } = useSearch({ from: '/late-entries/new' });
  const act = ACTS[kind];
  return (
    <Page title={t('late.new')} note={t('late.new.note')}>
      <div className={record.form}>
        <Segmented
          label={t('late.kind')}
          value={kind}
          options={LATE_ENTRY_KINDS.map((value) => ({ value, label: t(`late.kind.${value}`) }))}
          onChange={(value) => void navigate({ to: '/late-entries/new', search: { on: value, about } })}
        />
        {about !== undefined && <About id={about} />}
        <Beginning command={act.name}>
          <ActForm
            key={kind}
            act={act}
            title={t('late.new')}
            verb={t('people.new.do')}
            begin={about === undefined ? {} : { about }}
            onRecorded={({ id }) => void navigate({ to: '/late-entries/$id', params: { id } })}
            onClose={() => void navigate({ to: '/late-entries' })}
          />
        </Beginning>
      </div>
    </Page>
  );
};

const About = ({ id }: { readonly id: string }) => {
  const { t } = useWords();
  return (
    <p className={text.note}>
      {t('late.new.about')}{' '}
      <Link to="/history/$id" params={{ id }}>
        {t('late.new.about.record')}
      </Link>
    </p>
  );
};
