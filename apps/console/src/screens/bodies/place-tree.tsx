import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { Unread } from '../../ui/states';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import css from './bodies.module.css';
import { PLACES_BELOW, type PlaceBelow } from './query';

interface Props {
  readonly parentId: string | undefined;
  /** The way to the place that is looked at: what lies on it is open. */
  readonly way: string;
}

/** The places below one, each to be opened. */
export const PlaceTree = ({ parentId, way }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const read = useRead(PLACES_BELOW, { parentId, asOf });
  if (read.at === 'failed') return <Unread onAgain={read.again} />;
  if (read.at === 'reading') return <p className={text.note}>{t('state.loading')}</p>;
  const { edges, pageInfo } = read.data.territories;
  const places = edges.map(({ node }) => node).filter(({ parent }) => parentId !== undefined || parent === null);
  if (places.length === 0) return <p className={text.note}>{t('bodies.places.none')}</p>;
  return (
    <ul className={css.tree}>
      {places.map((place) => (
        <Branch key={place.id} place={place} way={way} />
      ))}
      {pageInfo.hasNextPage && parentId !== undefined && <li className={text.note}>{t('bodies.places.more')}</li>}
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
