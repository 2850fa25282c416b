import { useState, type SyntheticEvent } from 'react';
import { useWords } from '../words/use-words';
import type { Act } from './act';
import { inputOf, missingIn, type Draft, type Entered } from './draft';
import { faultsOf, fieldsOf, isSaidAt, OF_EVERY_ACT } from './form-fields';
import { useOthersActs } from './others-acts';
import type { Recorded } from './said';
import { useRecording } from './use-recording';

interface Given {
  readonly act: Act;
  readonly id: string | undefined;
  readonly about: string | undefined;
  readonly begin: Draft;
  readonly onRecorded: (recorded: Recorded) => void;
}

/** What was entered, what is wrong with it, and having it recorded. What was entered stays until it is recorded or given up. */
export const useActForm = ({ act, id, about = id, begin, onRecorded }: Given) => {
  const { t } = useWords();
  const [draft, setDraft] = useState<Draft>(begin);
  const [tried, setTried] = useState(false);
  const { isSending, failure, send } = useRecording(act, onRecorded);
  const { conflict, isFirst } = useOthersActs(about);
  const fields = fieldsOf(act);
  const shown = fields.filter(({ name }) => !act.given?.includes(name));
  const all = [...fields, ...OF_EVERY_ACT];
  const missing = missingIn(fields, draft);
  const told = tried ? missing : [];
  const record = () => send({ ...inputOf(all, draft), ...(id !== undefined && { id }) });
  const isReady = () => {
    setTried(true);
    return missing.length === 0 && !isSending;
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isReady() && (await isFirst())) await record();
  };
  return {
    ...{ draft, fields: shown, isSending, conflict },
    // What a file tells when it has come is put beside what was typed meanwhile.
    put: (name: string, value: Entered | undefined) => setDraft((before) => ({ ...before, [name]: value })),
    faults: faultsOf(told, failure, t('form.required')),
    missing: told.length,
    isTooLate: failure?.code === 'TOO_LATE_TO_DATE',
    /** Why it was not recorded, where no field is at fault. */
    elsewhere: failure && !isSaidAt([...shown, ...OF_EVERY_ACT], failure) ? failure : undefined,
    record: () => {
      if (isReady()) void record();
    },
    submit: (event: SyntheticEvent) => void submit(event),
  };
};
