import { enumOf } from '#platform/graphql';
import { CAPACITIES, GAP_KINDS, PARTIES } from '../duty-point.events.js';

export const KindOfGap = enumOf('GapKind', { en: 'What kind of gap it is.', zh: '责任空白类型。' }, GAP_KINDS);

export const PartyOfDuty = enumOf('Party', { en: 'One of the four parties.', zh: '四方责任之一。' }, PARTIES);

export const CapacityOfHolder = enumOf(
  'HolderCapacity',
  { en: 'How one holds a duty.', zh: '主办或协办。' },
  CAPACITIES,
);
