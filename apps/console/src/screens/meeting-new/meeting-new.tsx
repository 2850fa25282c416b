import registerMeeting from 'act:registerMeeting';
import { useNavigate } from '@tanstack/react-router';
import type { Act, EntryProps } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import { Beginning } from '../../forms/beginning';
import { ThingEntry } from '../../forms/thing-entry';
import { Page } from '../../ui/page';
import { useWords } from '../../words/use-words';
import record from '../record/record.module.css';

const Meeting = (props: EntryProps) => <ThingEntry {...props} kind="meeting" />;

const ACT: Act = {
  ...registerMeeting,
  first: ['title', 'heldBy', 'heldById', 'heldOn', 'form', 'kinds', 'series', 'number', 'previousId'],
  entries: { previousId: Meeting, notDuplicateOf: Meeting },
};

/** Registers a meeting that was held, so that orders can say that they come from it. */
export const MeetingNew = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <Page title={t('meetings.new')}>
      <div className={record.form}>
        <Beginning command="registerMeeting">
          <ActForm
            act={ACT}
            title={t('meetings.new')}
            verb={t('people.new.do')}
            onRecorded={({ id }) => void navigate({ to: '/meetings/$id', params: { id } })}
            onClose={() => void navigate({ to: '/meetings' })}
          />
        </Beginning>
      </div>
    </Page>
  );
};
