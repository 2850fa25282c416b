import type { Id, Own, StateReader } from '#kernel';
import { bodiesOf, type Bodies } from './finding.bodies.js';
import type { FindingState } from './finding.state.js';

/** R6: where the acceptor stands beside the unit and beside whoever ordered it. */
export const acceptance = async (
  read: StateReader,
  own: Own<FindingState>,
  instead?: Id<'organisation'>,
): Promise<Bodies> => {
  const state = await own.state();
  if (state.is === 'new') return new Map();
  return bodiesOf(read, [instead ?? state.stakes.acceptor, state.stakes.unit, state.orderedFor]);
};
