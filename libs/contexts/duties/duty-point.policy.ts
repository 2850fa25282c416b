import { idOf, uuidOf, type Ask, type Happening, type Id, type Policy } from '#kernel';
import type { CommandData, DutyPointCommand } from './duty-point.commands.js';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import type { DutyPoint } from './duty-point.state.js';

const review = (stream: Id<'dutyPoint'>): Ask<DutyPointCommand> => ({
  decider: dutyPoint,
  stream,
  command: { type: 'ReviewStep', data: {} },
});

const link = (stream: Id<'dutyPoint'> | undefined, data: CommandData<'LinkStep'>): readonly Ask<DutyPointCommand>[] =>
  stream ? [{ decider: dutyPoint, stream, command: { type: 'LinkStep', data } }] : [];

const self = ({ stream }: Happening): Id<'dutyPoint'> => idOf('dutyPoint', uuidOf(stream));

const reviewAround = (state: DutyPoint, at: Happening): readonly Ask<DutyPointCommand>[] => {
  const beside = state.is === 'new' ? [] : [state.previous, state.next].filter((id) => id !== undefined);
  return [self(at), ...beside].map(review);
};

/** Neighbouring steps know each other, and who holds one step is news for the steps beside it (A7). */
export const dutyPointNeighbours: Policy<DutyPointEvent, DutyPoint> = {
  name: 'duty_point_neighbours',
  of: dutyPoint,
  asks: [dutyPoint],
  on: {
    DutyPointDefined: ({ previous, next }, _, at) => {
      const id = self(at);
      return [...link(previous, { next: id }), ...link(next, { previous: id }), review(id)];
    },
    StepLinked: (_, __, at) => [review(self(at))],
    AssignmentAccepted: (_, state, at) => reviewAround(state, at),
    HolderBecameInactive: (_, state, at) => reviewAround(state, at),
  },
};
