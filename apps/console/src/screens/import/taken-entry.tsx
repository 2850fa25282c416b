import type { EntryProps } from '../../forms/act';
import { draftsIn, textIn, type Draft } from '../../forms/draft';
import form from '../../forms/form.module.css';
import { useLabel } from '../../forms/label';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { useWords } from '../../words/use-words';
import { DuePart } from '../directive/acts/due-part';
import css from './import.module.css';
import { useDocument } from './of-document';
import type { Document } from './query';

type Clause = Document['clauses'][number];

const INDENT = 20;

/** The clauses that were found: which of them are taken, and by when each is due. */
export const TakenEntry = ({ field, value, onChange, faults, at }: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const clauses = useDocument()?.clauses ?? [];
  const taken = draftsIn(value);
  const placeOf = ({ order }: Clause) => taken.findIndex((one) => textIn(one.order) === String(order));
  const take = ({ order }: Clause, isOn: boolean) => {
    const rest = taken.filter((one) => textIn(one.order) !== String(order));
    onChange(isOn ? inOrder([...rest, { order: String(order) }]) : rest);
  };
  const put = (place: number, part: Draft) => onChange(taken.toSpliced(place, 1, { ...taken[place], ...part }));
  const isHeading = (draft: Draft) =>
    clauses.some(({ order, heading }) => heading && textIn(draft.order) === String(order));
  const rest = () =>
    onChange(taken.map((one) => (one.due === undefined && !isHeading(one) ? { ...one, due: { rule: 'none' } } : one)));
  return (
    <fieldset className={form.parts}>
      <legend>
        {label(field.label)}
        <span className={form.aside}>{t('imports.clauses.taken', { n: taken.length, of: clauses.length })}</span>
      </legend>
      {clauses.length === 0 && <p>{t('imports.clauses.none')}</p>}
      {clauses.map((clause) => {
        const place = placeOf(clause);
        return (
          <div key={clause.order} className={css.taken} style={{ marginLeft: (clause.level - 1) * INDENT }}>
            <label className={classes(place === -1 && css.left)}>
              <input
                type="checkbox"
                aria-label={t('imports.clauses.take', { n: clause.order })}
                checked={place !== -1}
                onChange={({ target }) => take(clause, target.checked)}
              />
              <span lang="zh-CN">
                {clause.number}
                {clause.text}
              </span>
            </label>
            {place !== -1 && !clause.heading && (
              <DuePart
                value={taken[place]?.due}
                faults={faults}
                at={`${at}.${String(place)}.due`}
                onChange={(due) => put(place, { due })}
              />
            )}
          </div>
        );
      })}
      {clauses.length > 0 && (
        <p className={form.acts}>
          <Button small onClick={rest}>
            {t('imports.clauses.noLimit')}
          </Button>
        </p>
      )}
      {faults.has(at) && <p className={form.wrong}>● {faults.get(at)}</p>}
    </fieldset>
  );
};

const inOrder = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.toSorted((one, other) => Number(one.order) - Number(other.order));
