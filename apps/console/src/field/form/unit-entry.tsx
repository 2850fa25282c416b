import type { Entered } from '../queue/item';
import type { KnownPlace } from '../places';
import { useSay, type Say } from '../say';
import type { Things } from '../things';
import { Filled, optionsOf } from './filled';
import { Sought, type Find } from './sought';

interface Props {
  readonly entered: Entered;
  readonly things: Things | undefined;
  readonly onFind: Find;
  readonly onChange: (part: Partial<Entered>) => void;
}

/** Where it comes from, as long as it is what the matrix says. */
const sourceOf = ({ unit, person }: KnownPlace, unitId: string | undefined, t: Say) => {
  if (!unit || unit.id !== unitId) return undefined;
  const who = person === undefined ? [] : [t('phone.unit.who', { name: person })];
  return [t('phone.unit.matrix'), ...who].join(' · ');
};

/** The body that it is about: who leads the duty there, by the matrix, until somebody says another. */
export const UnitEntry = ({ entered: { unitId, dutyPointId }, things, onFind, onChange }: Props) => {
  const { t } = useSay();
  const known = things?.places.find((one) => one.dutyPointId === dutyPointId);
  // Who leads the duty there is among them, also where not all bodies are known here.
  const options = optionsOf([known?.unit, ...(things?.organisations ?? [])]);
  return (
    <Filled
      label={t('phone.unit')}
      aside={t('phone.optional')}
      value={options.find(({ value }) => value === unitId)?.label ?? t('phone.unit.none')}
      note={known && sourceOf(known, unitId, t)}
    >
      {(id) => (
        <Sought
          {...{ id, options, onFind, value: unitId, none: t('phone.unit.none') }}
          kind="organisations"
          hasMore={things?.more?.organisations === true}
          onChange={(chosen) => onChange({ unitId: chosen })}
        />
      )}
    </Filled>
  );
};
