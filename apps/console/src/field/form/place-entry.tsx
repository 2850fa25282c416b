import type { KeyboardEvent } from 'react';
import type { Entered } from '../queue/item';
import { useSay } from '../say';
import type { KnownPlace } from '../places';
import type { Things } from '../things';
import type { Recent } from '../used';
import css from './form.module.css';
import { Label } from './label';
import type { Find } from './sought';
import { TerritoryEntry } from './territory-entry';
import { useSeeking } from './use-seeking';

type Chosen = Pick<Entered, 'place' | 'territoryId' | 'dutyPointId' | 'unitId'>;

interface Props {
  readonly entered: Entered;
  readonly things: Things | undefined;
  readonly recent: readonly Recent[];
  readonly missing: boolean;
  readonly onSeek: (text: string) => void;
  readonly onFind: Find;
  readonly onChange: (part: Partial<Entered>) => void;
}

const MOST = 4;

const placeOf = ({ place, territory, dutyPointId, unit }: KnownPlace): Chosen => ({
  place,
  territoryId: territory.id,
  dutyPointId,
  unitId: unit?.id,
});

interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly chosen: Chosen;
}

/** Enter is for the input method, and for nothing else: a finding is saved by its button. */
const noSubmit = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault();
};

const useSuggestions = ({ entered, things, recent }: Props): readonly Suggestion[] => {
  const stepOf = (id: string | undefined) => things?.places.find((one) => one.dutyPointId === id)?.step;
  const labelOf = (place: string, step: string | undefined) => (step === undefined ? place : `${place} · ${step}`);
  // Of one that is known, the unit is the one that leads it now.
  const chosenOf = (one: Recent): Chosen => {
    const now = things?.places.find(({ dutyPointId }) => dutyPointId === one.dutyPointId);
    return now ? placeOf(now) : one;
  };
  const used = recent.map((one) => ({
    key: `${one.place} ${one.dutyPointId ?? ''}`,
    label: labelOf(one.place, stepOf(one.dutyPointId)),
    chosen: chosenOf(one),
  }));
  const known = (things?.places ?? []).map((one) => ({
    key: `${one.place} ${one.dutyPointId}`,
    label: labelOf(one.place, one.step),
    chosen: placeOf(one),
  }));
  const all = [...used, ...known.filter(({ key }) => used.every((one) => one.key !== key))];
  const text = entered.place.trim().toLowerCase();
  const present = `${entered.place} ${entered.dutyPointId ?? ''}`;
  const isChosen = all.some(({ key }) => key === present);
  if (isChosen && entered.dutyPointId !== undefined) return [];
  return all.filter(({ key, label }) => key !== present && label.toLowerCase().includes(text)).slice(0, MOST);
};

/** Where it was seen: what was used last, what is known, or any words; and the territory that it lies in. */
export const PlaceEntry = (props: Props) => {
  const { entered, things, missing, onSeek, onFind, onChange } = props;
  const { t } = useSay();
  const suggestions = useSuggestions(props);
  const known = things?.places.find(({ dutyPointId }) => dutyPointId === entered.dutyPointId);
  useSeeking(entered.place, known !== undefined, onSeek);
  return (
    <>
      <div className={css.part}>
        <Label
          of="place"
          name={t('phone.place')}
          aside={t(things?.more?.places === true ? 'phone.place.some' : 'phone.place.hint')}
        />
        <PlaceText {...{ entered, known, missing, onChange }} />
        {suggestions.length > 0 && (
          <div className={css.suggested} role="group" aria-label={t('phone.place.known')}>
            {suggestions.map(({ key, label, chosen }) => (
              <button key={key} type="button" onClick={() => onChange(chosen)}>
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
      <TerritoryEntry
        {...{ things, known, onFind, value: entered.territoryId }}
        missing={missing && entered.territoryId === undefined}
        onChange={(territoryId) => onChange({ territoryId })}
      />
    </>
  );
};

type TextProps = Omit<Props, 'recent' | 'onSeek' | 'onFind'> & { readonly known: KnownPlace | undefined };

const PlaceText = ({ entered, known, missing, onChange }: Omit<TextProps, 'things'>) => {
  const { t } = useSay();
  return (
    <>
      <input
        id="place"
        type="text"
        className={css.input}
        autoComplete="off"
        maxLength={200}
        value={entered.place}
        aria-invalid={missing}
        aria-describedby={missing ? 'place-missing' : 'place-step'}
        onKeyDown={noSubmit}
        // Other words are another place: nothing of the known one stays.
        onChange={({ target }) => onChange({ place: target.value, ...(known && { dutyPointId: undefined }) })}
      />
      {missing && (
        <p className={css.wrong} id="place-missing">
          ● {t('phone.missing')}
        </p>
      )}
      <p className={css.note} id="place-step" hidden={!known}>
        {known?.step}
      </p>
    </>
  );
};
