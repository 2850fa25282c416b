import { idOf, uuidOf, type Ask, type Happening, type Id, type Policy } from '#kernel';
import type { CommandData, DutyPointCommand } from './duty-point.commands.js';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import type { DefinedDutyPoint, DutyPoint } from './duty-point.state.js';
import { opposite, type Side } from './duty-point.words.js';

const review = (stream: Id<'dutyPoint'>): Ask<DutyPointCommand> => ({
  decider: dutyPoint,
  stream,
  command: { type: 'ReviewStep', data: {} },
});

const link = (stream: Id<'dutyPoint'> | undefined, data: CommandData<'LinkStep'>): readonly Ask<DutyPointCommand>[] =>
  stream ? [{ decider: dutyPoint, stream, command: { type: 'LinkStep', data } }] : [];

const self = ({ stream }: Happening): Id<'dutyPoint'> => idOf('dutyPoint', uuidOf(stream));

const offer = (
  stream: Id<'dutyPoint'>,
  side: Side,
  { point }: DefinedDutyPoint,
  at: Happening,
): Ask<DutyPointCommand> => {
  const { matter, step, territoryId } = point;
  const data = { side: opposite(side), dutyPointId: self(at), matter, step, territoryId, orgId: at.orgId };
  return { decider: dutyPoint, stream, command: { type: 'OfferLink', data } };
};

const reviewAround = (state: DutyPoint, at: Happening): readonly Ask<DutyPointCommand>[] => {
  const beside = state.is === 'new' ? [] : [state.previous, state.next].filter((id) => id !== undefined);
  return [self(at), ...beside].map(review);
};

/**
 * Neighbouring steps know each other, and who holds one step is news for the steps beside it (A7). It writes into the record of
 * another only what that record's own side agreed to, or what whoever acted may change there themselves; what it offers changes
 * nothing until it is accepted, and a review tells what nobody decides.
 */
export const dutyPointNeighbours: Policy<DutyPointEvent, DutyPoint> = {
  name: 'duty_point_neighbours',
  of: dutyPoint,
  asks: [dutyPoint],
  rights: {
    ReviewStep: { rule: 'A7', because: 'a gap is told; nobody decides it' },
    LinkStep: { rule: 'A7', because: 'the other side is of the same body, or accepted the link' },
    OfferLink: { rule: 'A7', because: 'what is offered changes nothing until it is accepted' },
    CloseLinkProposal: { rule: 'A7', because: 'the other side refused what was proposed to it' },
    DropLink: { rule: 'A7', because: 'a link is of two sides, and either may undo it' },
  },
  on: {
    DutyPointDefined: ({ previous, next }, _, at) => {
      const id = self(at);
      return [...link(previous, { next: id }), ...link(next, { previous: id }), review(id)];
    },
    StepLinked: ({ previous, next }, _, at) => {
      const id = self(at);
      return [...link(previous, { next: id }), ...link(next, { previous: id }), review(id)];
    },
    LinkProposed: ({ side, dutyPointId }, state, at) =>
      state.is === 'new' ? [] : [offer(dutyPointId, side, state, at)],
    LinkAccepted: ({ side, dutyPointId }, _, at) => [
      ...link(dutyPointId, { [opposite(side)]: self(at) }),
      review(self(at)),
    ],
    LinkRefused: ({ dutyPointId }, _, at) => [
      {
        decider: dutyPoint,
        stream: dutyPointId,
        command: { type: 'CloseLinkProposal', data: { dutyPointId: self(at) } },
      },
    ],
    StepUnlinked: ({ dutyPointId }, _, at) => [
      { decider: dutyPoint, stream: dutyPointId, command: { type: 'DropLink', data: { dutyPointId: self(at) } } },
      review(self(at)),
    ],
    AssignmentAccepted: (_, state, at) => reviewAround(state, at),
    HolderBecameInactive: (_, state, at) => reviewAround(state, at),
  },
};
