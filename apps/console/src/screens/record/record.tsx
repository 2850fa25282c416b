import { useNavigate } from '@tanstack/react-router';
import { ActForm } from '../../forms/act-form';
import { KnownThings } from '../../forms/known';
import { useSession } from '../../session/session';
import { Page } from '../../ui/page';
import { useWords } from '../../words/use-words';
import { observing } from '../finding/acts/observing';
import css from './record.module.css';

/** Records what was seen; what comes of it is the finding's page. */
export const Record = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { territory } = useSession().me;
  const begin = { kind: 'inspection', ...(territory && { territoryId: territory.id }) };
  return (
    <Page title={t('findings.record')}>
      <div className={css.form}>
        <KnownThings value={territory ? { [territory.id]: territory.label ?? territory.id } : {}}>
          <ActForm
            act={observing.recordObservation}
            title={t('findings.record')}
            verb={t('findings.record.do')}
            begin={begin}
            onRecorded={({ id }) => void navigate({ to: '/findings/$id', params: { id } })}
            onClose={() => void navigate({ to: '/findings' })}
          />
        </KnownThings>
      </div>
    </Page>
  );
};
