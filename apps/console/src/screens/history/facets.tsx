import { useMemo } from 'react';
import { useWords } from '../../words/use-words';
import { listed, toggled, type Choices, type Choose } from './choices';
import css from './facets.module.css';
import { PHASES } from './kinds';
import type { Entry } from './query';
import { countsOf } from './seeking';

const MOST_PEOPLE = 12;

interface Props {
  readonly entries: readonly Entry[];
  readonly chosen: Choices;
  readonly choose: Choose;
}

/** What the record holds, by stretch, by person and by what is worth a look; each narrows the rows. */
export const Facets = ({ entries, chosen, choose }: Props) => {
  const { t } = useWords();
  const { phases, people, worth } = useMemo(() => countsOf(entries), [entries]);
  const who = [...people].toSorted(([, a], [, b]) => b.count - a.count).slice(0, MOST_PEOPLE);
  return (
    <aside className={css.facets} aria-label={t('history.facets')}>
      <Facet
        title={t('history.phase')}
        items={PHASES.filter((phase) => phases.has(phase)).map((phase) => [
          phase,
          t(`history.phase.${phase}`),
          phases.get(phase) ?? 0,
        ])}
        chosen={chosen.phase}
        onChoose={(phase) => choose({ phase })}
      />
      <Facet
        title={t('history.who')}
        items={who.map(([id, { label, count }]) => [id, label || t('history.system'), count])}
        chosen={chosen.who}
        onChoose={(one) => choose({ who: one })}
      />
      <Facet
        title={t('history.worth')}
        items={worth.map(([one, count]) => [one, t(`history.worth.${one}`), count])}
        chosen={chosen.worth}
        onChoose={(one) => choose({ worth: one })}
      />
    </aside>
  );
};

interface FacetProps {
  readonly title: string;
  readonly items: readonly (readonly [value: string, name: string, count: number])[];
  readonly chosen: string | undefined;
  readonly onChoose: (chosen: string | undefined) => void;
}

const Facet = ({ title, items, chosen, onChoose }: FacetProps) => (
  <fieldset className={css.facet}>
    <legend className={css.title}>{title}</legend>
    {items.map(([value, name, count]) => (
      <label key={value} className={css.item}>
        <input
          type="checkbox"
          checked={listed(chosen).includes(value)}
          onChange={() => onChoose(toggled(chosen, value))}
        />
        <span className={css.name}>{name}</span>
        <span className={css.count}>{count}</span>
      </label>
    ))}
  </fieldset>
);
