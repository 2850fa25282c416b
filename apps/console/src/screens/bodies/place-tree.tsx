import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWhole } from '../../api/use-whole';
import { useAsOf } from '../../frame/as-of';
import { Unread } from '../../ui/states';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import css from './bodies.module.css';
import { PLACES_BELOW, placesIn, type PlaceBelow } from './query';

interface Props {
  readonly parentId: string | undefined;
  /** The way to the place that is looked at: what lies on it is open. */
  readonly way: string;
}

/** The places below one, each to be opened. */
export const PlaceTree = ({ parentId, way }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const which = parentId === undefined ? { topmost: true } : { parentId };
  const read = useWhole(PLACES_BELOW, { parentId: undefined, topmost: undefined, asOf, ...which }, placesIn);
  if (read.at === 'failed') return <Unread onAgain={read.again} />;
  if (read.at === 'reading') return <p className={text.note}>{t('state.loading')}</p>;
  const { nodes: places, isWhole } = read.data;
  if (places.length === 0) return <p className={text.note}>{t('bodies.places.none')}</p>;
  return (
    <ul className={css.tree}>
      {places.map((place) => (
        <Branch key={place.id} place={place} way={way} />
      ))}
      {!isWhole && <li className={text.note}>{t('state.loading')}</li>}
    </ul>
  );
};

const Branch = ({ place: { id, name, path }, way }: { readonly place: PlaceBelow; readonly way: string }) => {
  const { t } = useWords();
  const search = useSearch({ from: '/bodies' });
  const [isOpen, open] = useState(way.startsWith(path));
  const said = name;
  return (
    <li>
      <span className={css.branch}>
        <button
          type="button"
          className={css.twig}
          aria-expanded={isOpen}
          aria-label={t('bodies.places.below', { name: said })}
          onClick={() => open(!isOpen)}
        >
          <span aria-hidden>{isOpen ? '▾' : '▸'}</span>
        </button>
        <Link
          to="/bodies"
          search={{ asOf: search.asOf, place: id }}
          className={css.place}
          aria-current={search.place === id ? 'true' : undefined}
        >
          {said}
        </Link>
      </span>
      {isOpen && <PlaceTree parentId={id} way={way} />}
    </li>
  );
};
