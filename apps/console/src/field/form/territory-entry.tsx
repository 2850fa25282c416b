import type { KnownPlace } from '../places';
import { useSay } from '../say';
import type { Things } from '../things';
import { Filled, optionsOf } from './filled';
import { Sought, type Find } from './sought';

interface Props {
  readonly value: string | undefined;
  readonly things: Things | undefined;
  readonly known: KnownPlace | undefined;
  readonly missing: boolean;
  readonly onFind: Find;
  readonly onChange: (territoryId: string | undefined) => void;
}

const territoriesOf = (things: Things | undefined) => things?.territories ?? [];

/** The territory that the place lies in: the place's own, or that of the post, until somebody says another. */
export const TerritoryEntry = ({ value, things, known, missing, onFind, onChange }: Props) => {
  const { t } = useSay();
  const own = [known?.territory, things?.me.territory];
  const options = optionsOf([...own, ...territoriesOf(things)]);
  const label = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Filled
      label={t('phone.territory')}
      value={label ?? t('phone.missing')}
      wrong={missing ? t('phone.missing') : undefined}
    >
      {(id) => (
        <Sought
          {...{ id, options, value, onFind, onChange }}
          kind="territories"
          hasMore={things?.more?.territories === true}
        />
      )}
    </Filled>
  );
};
