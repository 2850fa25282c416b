import type { EntryProps } from './act';
import { textsIn } from './draft';
import css from './form.module.css';
import { useLabel } from './label';

/** Any of a few words. */
export const WordsEntry = ({ field, value, onChange, faults, at }: EntryProps) => {
  const label = useLabel();
  const chosen = textsIn(value);
  const wrong = faults.get(at);
  const put = (word: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, word] : chosen.filter((other) => other !== word));
  return (
    <fieldset className={css.parts}>
      <legend>{label(field.label)}</legend>
      <div className={css.words}>
        {field.words?.map(([word, said]) => (
          <label key={word}>
            <input
              type="checkbox"
              checked={chosen.includes(word)}
              onChange={({ target }) => put(word, target.checked)}
            />
            {label(said)}
          </label>
        ))}
      </div>
      {wrong !== undefined && <p className={css.wrong}>● {wrong}</p>}
    </fieldset>
  );
};
