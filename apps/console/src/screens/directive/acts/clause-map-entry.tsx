import { graphql } from '../../../api/graphql';
import { useRead } from '../../../api/use-read';
import type { EntryProps } from '../../../forms/act';
import { draftsIn, textIn, type Draft } from '../../../forms/draft';
import form from '../../../forms/form.module.css';
import { useLabel } from '../../../forms/label';
import { useWholeDraft } from '../../../forms/whole-draft';
import { Button } from '../../../ui/button';
import { useWords } from '../../../words/use-words';
import { ClauseMapRow } from './clause-map-row';

const PARENT = graphql(`
  query ParentClauses($id: ID!) {
    directive(id: $id) {
      title
      clauses {
        key
        number
        text
        heading
      }
    }
  }
`);

/** What becomes of each clause of the orders that the text carries on. */
export const ClauseMapEntry = ({ field, value, onChange, faults, at }: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const all = draftsIn(value);
  const bases = draftsIn(useWholeDraft().bases).map(({ directiveId }) => textIn(directiveId));
  const parents = [...new Set(bases)].filter((id) => id !== '');
  return (
    <fieldset className={form.parts}>
      <legend>{label(field.label)}</legend>
      {parents.length === 0 && <p className={form.aside}>{t('map.none')}</p>}
      {parents.map((id) => (
        <Parent key={id} id={id} all={all} faults={faults} at={at} onChange={onChange} />
      ))}
      {faults.has(at) && <p className={form.wrong}>● {faults.get(at)}</p>}
    </fieldset>
  );
};

interface ParentProps extends Pick<EntryProps, 'faults' | 'at' | 'onChange'> {
  readonly id: string;
  readonly all: readonly Draft[];
}

const Parent = ({ id, all, faults, at, onChange }: ParentProps) => {
  const { t } = useWords();
  const read = useRead(PARENT, { id });
  const parent = read.at === 'read' ? read.data.directive : null;
  if (!parent) return null;
  const clauses = parent.clauses.filter(({ heading }) => !heading);
  const placeOf = (key: string) =>
    all.findIndex(({ directiveId, clause }) => textIn(directiveId) === id && textIn(clause) === key);
  const put = (key: string, row: Draft) => {
    const others = all.filter((_, place) => place !== placeOf(key));
    onChange(textIn(row.how) === '' ? others : [...others, { ...row, directiveId: id, clause: key }]);
  };
  const adoptRest = () =>
    onChange([
      ...all,
      ...clauses
        .filter(({ key }) => placeOf(key) === -1)
        .map(({ key }) => ({ directiveId: id, clause: key, how: 'adopted', by: key })),
    ]);
  return (
    <div role="group" aria-label={parent.title}>
      <p>{parent.title}</p>
      {clauses.map((clause) => {
        const place = placeOf(clause.key);
        return (
          <ClauseMapRow
            key={clause.key}
            clause={clause}
            row={all[place] ?? {}}
            faults={faults}
            at={`${at}.${String(place)}`}
            onRow={(row) => put(clause.key, row)}
          />
        );
      })}
      <p className={form.acts}>
        <Button small onClick={adoptRest}>
          {t('map.adoptRest')}
        </Button>
      </p>
    </div>
  );
};
