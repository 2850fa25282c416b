import { useState } from 'react';
import type { EntryProps } from '../../forms/act';
import { useLabel } from '../../forms/label';
import field from '../../ui/field.module.css';
import { useWords } from '../../words/use-words';
import { answersAsText, type ReasonAnswered } from './answers';
import css from './complete.module.css';

interface Props extends EntryProps {
  readonly reasons: readonly string[];
}

/** The reasons for which it came back as a checklist: what was done about each. All of them together are one text. */
export const AnswersEntry = ({ field: { label }, reasons, onChange, faults, at }: Props) => {
  const { t } = useWords();
  const say = useLabel();
  const [answers, setAnswers] = useState<readonly ReasonAnswered[]>(() =>
    reasons.map((reason) => ({ reason, isDone: false, answer: '' })),
  );
  const put = (place: number, part: Partial<ReasonAnswered>) => {
    const next = answers.map((one, n) => (n === place ? { ...one, ...part } : one));
    setAnswers(next);
    onChange(answersAsText(next));
  };
  const wrong = faults.get(at);
  return (
    <fieldset className={css.answers}>
      <legend className={field.label}>{say(label)}</legend>
      <ol>
        {answers.map(({ reason, isDone, answer }, place) => (
          <li key={reason}>
            <span>{reason}</span>
            <label className={css.tick}>
              <input
                type="checkbox"
                checked={isDone}
                aria-label={`${reason} · ${t('complete.mended')}`}
                onChange={({ target }) => put(place, { isDone: target.checked })}
              />
              {t('complete.mended')}
            </label>
            <input
              className={field.input}
              aria-label={t('complete.answer', { n: place + 1 })}
              value={answer}
              onChange={({ target }) => put(place, { answer: target.value })}
            />
          </li>
        ))}
      </ol>
      {wrong !== undefined && <span className={field.wrong}>● {wrong}</span>}
    </fieldset>
  );
};
