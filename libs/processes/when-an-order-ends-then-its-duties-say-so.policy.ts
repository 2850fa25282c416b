import { dutyPoint, type DutyPointCommand } from '#contexts/duties';
import { idOf, uuidOf, type Ask, type Id, type Process } from '#kernel';
import { dutyBasis, type DutyBasis, type Heard } from './duty-basis.memory.js';

const tell = (
  row: DutyBasis | undefined,
  order: string,
  duties = row?.duties ?? [],
): readonly Ask<DutyPointCommand>[] => {
  const { ended } = row ?? {};
  // The key of the memory is the order.
  const directiveId = idOf('directive', uuidOf(order as Id));
  return ended
    ? duties.map((stream) => ({
        ...{ decider: dutyPoint, stream },
        command: { type: 'MarkBasisEnded', data: { directiveId, ...ended } },
      }))
    : [];
};

/**
 * An order that is withdrawn, revoked or superseded may have made duties of many bodies. Each says so from then on, and keeps its
 * holders: whoever governs its place points it to another order, or retires it, with a reason. The one who ended the order could not
 * decide that for them, so neither does this process.
 */
export const whenAnOrderEndsThenItsDutiesSaySo: Process<DutyBasis, Heard> = {
  name: 'when_an_order_ends_then_its_duties_say_so',
  memory: dutyBasis,
  asks: [dutyPoint],
  rights: {
    MarkBasisEnded: { rule: 'F7', because: 'a mark that decides nothing: who governs the place does' },
  },
  react: {
    directive: {
      DirectiveWithdrawn: (row, _, { stream }) => tell(row, stream),
      DirectiveRevoked: (row, _, { stream }) => tell(row, stream),
      DirectiveSuperseded: (row, _, { stream }) => tell(row, stream),
    },
    dutyPoint: {
      // It may have ended while the duty was being written.
      DutyPointDefined: (row, _, { stream }, order) => tell(row, order, [stream]),
      DutyRepointed: (row, _, { stream }, order) => tell(row, order, [stream]),
    },
  },
};
