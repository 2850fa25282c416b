import kinds from 'labels:NoticeQuestionKind';
import type { EntryProps } from '../../forms/act';
import { draftsIn, textIn, type Draft } from '../../forms/draft';
import form from '../../forms/form.module.css';
import { useLabel } from '../../forms/label';
import { labelOf } from '../../lib/label';
import { Button } from '../../ui/button';
import field from '../../ui/field.module.css';
import { useWords } from '../../words/use-words';
import css from './import.module.css';
import { useDocument } from './of-document';
import type { Question } from './query';

/** What is open about a document: each is answered, if only by having looked. */
export const QuestionsEntry = ({ field: { label: both }, value, onChange, faults, at }: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const questions = useDocument()?.questions ?? [];
  const answers = draftsIn(value);
  const answerTo = (n: number) => answers.find((one) => textIn(one.question) === String(n));
  const put = (n: number, answer: Draft | undefined) => {
    const others = answers.filter((one) => textIn(one.question) !== String(n));
    const all = answer ? [...others, { ...answer, question: String(n) }] : others;
    onChange(all.toSorted((one, other) => Number(one.question) - Number(other.question)));
  };
  const rest = () => onChange(questions.map((_, n) => answerTo(n) ?? { question: String(n) }));
  if (questions.length === 0) return <p className={form.parts}>{t('imports.questions.none')}</p>;
  return (
    <fieldset className={form.parts}>
      <legend>{label(both)}</legend>
      {questions.map((question, n) => (
        <One
          key={n}
          n={n}
          question={question}
          answer={answerTo(n)}
          wrong={faults.get(`${at}.${String(n)}`)}
          onAnswer={(answer) => put(n, answer)}
        />
      ))}
      <p className={form.acts}>
        <Button small onClick={rest}>
          {t('imports.questions.rest')}
        </Button>
      </p>
    </fieldset>
  );
};

interface Props {
  readonly n: number;
  readonly question: Question;
  readonly answer: Draft | undefined;
  readonly wrong: string | undefined;
  readonly onAnswer: (answer: Draft | undefined) => void;
}

const One = ({ n, question: { asks, words, from }, answer, wrong, onAnswer }: Props) => {
  const { t, language } = useWords();
  const said = textIn(answer?.text);
  const name = t('imports.questions.n', { n: n + 1 });
  return (
    <div className={css.question} role="group" aria-label={name}>
      <p>
        {from === null ? name : <a href={`#asked-${String(n)}`}>{name}</a>} · {labelOf(kinds, asks, language)}
        {words.length > 0 && <span lang="zh-CN"> “{words.join('”、“')}”</span>}
      </p>
      <div className={css.line}>
        <input
          className={field.input}
          aria-label={`${t('imports.questions.answer')} · ${name}`}
          aria-invalid={wrong !== undefined}
          placeholder={t('imports.questions.answer')}
          value={said}
          onChange={({ target }) => onAnswer(target.value === '' ? undefined : { text: target.value })}
        />
        <label className={css.seen}>
          <input
            type="checkbox"
            checked={answer !== undefined && said === ''}
            onChange={({ target }) => onAnswer(target.checked ? {} : undefined)}
          />
          {t('imports.questions.seen')}
        </label>
      </div>
      {wrong !== undefined && <span className={field.wrong}>● {wrong}</span>}
    </div>
  );
};
