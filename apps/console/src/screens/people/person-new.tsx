import registerPerson from 'act:registerPerson';
import { useNavigate } from '@tanstack/react-router';
import { ActForm } from '../../forms/act-form';
import { Beginning } from '../../forms/beginning';
import { Page } from '../../ui/page';
import { useWords } from '../../words/use-words';
import record from '../record/record.module.css';

/** Registers a person; the appointment is made on the person's own page. */
export const PersonNew = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <Page title={t('people.new')}>
      <div className={record.form}>
        <Beginning command="registerPerson">
          <ActForm
            act={registerPerson}
            title={t('people.new')}
            verb={t('people.new.do')}
            onRecorded={({ id }) => void navigate({ to: '/people/$id', params: { id } })}
            onClose={() => void navigate({ to: '/people' })}
          />
        </Beginning>
      </div>
    </Page>
  );
};
