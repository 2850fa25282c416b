import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../../api/use-read';
import { Page } from '../../ui/page';
import { Sec } from '../../ui/sec';
import { useWords } from '../../words/use-words';
import css from './bodies.module.css';
import { BodyList } from './body-list';
import { Filters } from './filters';
import { PlaceActs } from './place-acts';
import { PlaceTree } from './place-tree';
import { PLACE } from './query';

/** The directory: places, and the bodies that stand in them. */
export const Bodies = () => {
  const { t } = useWords();
  const { place } = useSearch({ from: '/bodies' });
  return (
    <Page title={t('bodies.title')} end={<Filters />}>
      {place === undefined ? <Sheet way="" /> : <At key={place} place={place} />}
    </Page>
  );
};

/** The tree opens on the way to the place that is looked at. */
const At = ({ place }: { readonly place: string }) => {
  const { asOf } = useSearch({ from: '/bodies' });
  const read = useRead(PLACE, { id: place, asOf });
  const looked = read.at === 'read' ? read : undefined;
  return (
    <Sheet way={looked?.data.territory?.path ?? ''}>
      {looked && <PlaceActs data={looked.data} isStale={looked.stale} />}
    </Sheet>
  );
};

interface Props {
  readonly way: string;
  readonly children?: ReactNode;
}

const Sheet = ({ way, children }: Props) => {
  const { t } = useWords();
  return (
    <div className={css.two}>
      <nav aria-label={t('bodies.places')}>
        <Sec title={t('bodies.places')} end={<AllPlaces />}>
          <PlaceTree key={way} parentId={undefined} way={way} />
        </Sec>
      </nav>
      <div>
        <BodyList />
        {children}
      </div>
    </div>
  );
};

const AllPlaces = () => {
  const { t } = useWords();
  const { place } = useSearch({ from: '/bodies' });
  if (place === undefined) return null;
  return (
    <Link to="/bodies" search={(before) => ({ ...before, place: undefined })}>
      {t('bodies.places.all')}
    </Link>
  );
};
