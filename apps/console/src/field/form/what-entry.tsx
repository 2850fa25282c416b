import { useSay, type Key } from '../say';
import css from './form.module.css';
import { Label } from './label';

const SNIPPETS = ['phone.snippet.nobody', 'phone.snippet.unsigned', 'phone.snippet.list'] as const satisfies Key[];
const BETWEEN = { zh: '，', en: '; ' } as const;

interface Props {
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (description: string) => void;
}

/** What was seen: the one thing that has to be typed, or dictated, or put together from phrases. */
export const WhatEntry = ({ value, missing, onChange }: Props) => {
  const { t, language } = useSay();
  const add = (phrase: string) => onChange(value.trim() === '' ? phrase : `${value}${BETWEEN[language]}${phrase}`);
  return (
    <div className={css.part}>
      <Label of="what" name={t('phone.what')} aside={t('phone.what.hint')} />
      <textarea
        id="what"
        className={css.input}
        rows={4}
        maxLength={4000}
        value={value}
        aria-invalid={missing}
        aria-describedby={missing ? 'what-missing' : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {missing && (
        <p className={css.wrong} id="what-missing">
          ● {t('phone.missing.what')}
        </p>
      )}
      <div className={css.snippets} role="group" aria-label={t('phone.snippets')}>
        {SNIPPETS.map((key) => (
          <button key={key} type="button" onClick={() => add(t(key))}>
            + {t(key)}
          </button>
        ))}
      </div>
    </div>
  );
};
