import type { EntryProps } from '../../forms/act';
import { textIn } from '../../forms/draft';
import { useLabel } from '../../forms/label';
import { digestOf } from '../../lib/digest';
import field from '../../ui/field.module.css';
import { WrappedField } from '../../ui/wrapped-field';
import { useWords } from '../../words/use-words';

/** The digest of the file that whoever confirms holds: typed, or computed here. */
export const DigestEntry = ({ field: { label: both, isRequired }, value, onChange, faults, at }: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const compute = async (file: File | undefined) => {
    const digest = file && (await digestOf(file));
    if (digest !== undefined) onChange(digest);
  };
  return (
    <>
      <WrappedField label={label(both)} note={isRequired ? undefined : t('form.optional')} wrong={faults.get(at)}>
        {(tied) => (
          <input
            {...tied}
            className={field.input}
            value={textIn(value)}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </WrappedField>
      <label className={field.label}>
        {t('imports.digest.file')}
        <input type="file" onChange={({ target }) => void compute(target.files?.[0])} />
      </label>
    </>
  );
};
