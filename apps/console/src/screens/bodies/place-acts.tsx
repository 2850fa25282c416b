import levels from 'labels:TerritoryLevel';
import { lazy } from 'react';
import { ActPanel } from '../../forms/act-panel';
import { useAsOf } from '../../frame/as-of';
import { labelOf } from '../../lib/label';
import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { LookedAtPlace, Place } from './query';

const PlaceActForm = lazy(() => import('./place-act-form').then(({ PlaceActForm: loaded }) => ({ default: loaded })));

interface Props {
  readonly data: LookedAtPlace;
  readonly isStale: boolean;
}

/** The place itself, and what may be done about it. */
export const PlaceActs = ({ data: { territory, me }, isStale }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  if (!territory) return <p>{t('state.nothingHere.why')}</p>;
  return (
    <>
      <PlaceFacts place={territory} />
      {asOf === undefined ? (
        <ActPanel
          possible={[...me.viewerCan, ...territory.viewerCan]}
          isStale={isStale}
          form={(open) => <PlaceActForm place={territory} {...open} />}
        />
      ) : (
        <p>{t('top.asOf.why')}</p>
      )}
    </>
  );
};

const PlaceFacts = ({ place }: { readonly place: Place }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  return (
    <Sec title={place.name}>
      <Facts
        facts={[
          [t('places.level'), labelOf(levels, place.level, language)],
          [t('places.code'), place.code],
          [t('places.above'), place.parent?.label],
          [t('places.since'), telling.day(place.validFrom)],
        ]}
      />
    </Sec>
  );
};
