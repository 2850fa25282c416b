import { asEntered } from '../../forms/draft';
import { Telling } from '../../lib/time';
import { useSay } from '../say';
import { Filled } from './filled';
import css from './form.module.css';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (seenAt: string | undefined) => void;
}

/** A moment as it is entered here, by the clock of China. */
const instant = (text: string): string | undefined =>
  text === '' ? undefined : new Date(`${text}+08:00`).toISOString();

/** When it was seen: as it is saved, by the clock of this phone, unless somebody says otherwise. */
export const WhenEntry = ({ value, onChange }: Props) => {
  const { t, language } = useSay();
  const shown = value === undefined ? t('phone.when.saving') : new Telling(language, new Date()).moment(value);
  return (
    <Filled label={t('phone.when')} value={shown}>
      {(id) => (
        <input
          id={id}
          type="datetime-local"
          className={css.input}
          value={asEntered(value ?? new Date().toISOString())}
          onChange={({ target }) => onChange(instant(target.value))}
        />
      )}
    </Filled>
  );
};
