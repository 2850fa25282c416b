import type { EntryProps } from '../../../forms/act';
import { draftsIn, textIn, type Draft } from '../../../forms/draft';
import form from '../../../forms/form.module.css';
import { useLabel } from '../../../forms/label';
import { Button } from '../../../ui/button';
import { useWords } from '../../../words/use-words';
import { ClausePart } from './clause-part';
import css from './clauses-entry.module.css';

/** What a clause is called while the draft is written: its key, or its place where it has none yet. */
const nameOf = (draft: Draft, place: number): string =>
  textIn(draft.key) === '' ? String(place + 1) : textIn(draft.key);

/** Two clauses as one: the words of both. */
const joined = (one: Draft, other: Draft): Draft => ({ ...one, text: textIn(one.text) + textIn(other.text) });

/** The clauses of a text, one below the other: joined, added, taken out, each with its time. */
export const ClausesEntry = ({ field, value, onChange, faults, at }: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const entered = draftsIn(value);
  const drafts = entered.length === 0 ? [{}] : entered;
  // A clause that is there keeps its name when others come or go before it.
  const named = drafts.map((draft, place): Draft => ({ ...draft, key: nameOf(draft, place) }));
  const put = (place: number, ...put: readonly Draft[]) => onChange(named.toSpliced(place, 1, ...put));
  const join = (place: number) => {
    const [above, own] = [named[place - 1], named[place]];
    if (above && own) onChange(named.toSpliced(place - 1, 2, joined(above, own)));
  };
  const fresh = (): Draft => ({ key: freshName(named) });
  const wrong = faults.get(at);
  return (
    <fieldset className={form.parts}>
      <legend>{label(field.label)}</legend>
      {named.map((draft, place) => (
        <div key={textIn(draft.key)} className={form.part} role="group" aria-label={t('clauses.n', { n: place + 1 })}>
          <p className={form.number}>{place + 1}</p>
          <ClausePart
            draft={draft}
            above={named.slice(0, place)}
            faults={faults}
            at={`${at}.${String(place)}`}
            onChange={(next) => put(place, next)}
          />
          <p className={css.acts}>
            {place > 0 && (
              <Button kind="text" small onClick={() => join(place)}>
                {t('clauses.join')}
              </Button>
            )}
            <Button kind="text" small onClick={() => put(place, draft, fresh())}>
              {t('clauses.insert')}
            </Button>
            {named.length > 1 && (
              <Button kind="text" small onClick={() => put(place)}>
                {t('form.part.remove')}
              </Button>
            )}
          </p>
        </div>
      ))}
      {wrong !== undefined && <p className={form.wrong}>● {wrong}</p>}
    </fieldset>
  );
};

/** A name that no clause of the draft has. */
const freshName = (drafts: readonly Draft[]): string => {
  const taken = new Set(drafts.map(({ key }) => textIn(key)));
  const free = Array.from({ length: drafts.length + 1 }, (_, n) => String(drafts.length + 1 + n));
  return free.find((name) => !taken.has(name)) ?? '';
};
