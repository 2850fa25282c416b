import { useEffect, type KeyboardEvent } from 'react';
import { isComposing } from '../lib/keys';
import type { Act } from './act';
import { ConflictBar } from './conflict-bar';
import type { Draft } from './draft';
import { Entry } from './entry';
import { FormFoot } from './form-foot';
import css from './form.module.css';
import type { Recorded } from './said';
import { useActForm } from './use-act-form';
import { WhenPart } from './when-part';
import { WholeDraft } from './whole-draft';

interface Props {
  readonly act: Act;
  /** What it is called, for those who do not see where it stands. */
  readonly title: string;
  /** What the button says that has it recorded. */
  readonly verb: string;
  /** What it is about; nothing where it begins something. */
  readonly id?: string | undefined;
  /** Whose record is looked at for what others did meanwhile, where it is not called so in the input. */
  readonly about?: string | undefined;
  /** What stands in it to begin with. */
  readonly begin?: Draft | undefined;
  readonly onRecorded: (recorded: Recorded) => void;
  readonly onClose: () => void;
  /** Is told what was entered, as it is entered. */
  readonly onDraft?: ((draft: Draft) => void) | undefined;
}

/** Input methods confirm what was composed by Enter: that sends nothing. */
const keepComposed = (event: KeyboardEvent) => {
  if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
};

/** Has one command recorded: the form that its declaration asks for. */
export const ActForm = ({ act, title, verb, id, about, begin = {}, onRecorded, onClose, onDraft }: Props) => {
  const form = useActForm({ act, id, about, begin, onRecorded });
  const { draft, faults, conflict, put } = form;
  useEffect(() => onDraft?.(draft), [draft, onDraft]);
  return (
    <form className={css.form} aria-label={title} noValidate onSubmit={form.submit} onKeyDown={keepComposed}>
      {conflict && <ConflictBar theirs={conflict} onRecord={form.record} onDrop={onClose} />}
      <WholeDraft value={draft}>
        {form.fields.map((field) => {
          const { name } = field;
          const Fitting = act.entries?.[name] ?? Entry;
          return (
            <Fitting
              key={name}
              field={field}
              value={draft[name]}
              onChange={(value) => put(name, value)}
              {...{ faults, at: name }}
            />
          );
        })}
      </WholeDraft>
      <WhenPart {...{ draft, put, faults, id }} isTooLate={form.isTooLate} />
      <FormFoot {...{ verb, onClose, isSending: form.isSending, missing: form.missing, failure: form.elsewhere }} />
    </form>
  );
};
