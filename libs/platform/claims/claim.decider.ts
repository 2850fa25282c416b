import { command, commandsOf, happened, to, type CommandOf, type DataOf, type Decider } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claimStream, type Laid } from './claim.state.js';

const claimCommands = commandsOf(
  'claim',
  { subject: { en: 'Which claim.', zh: '占用编号。' } },
  {
    LayClaim: command('Lays claim to what only one can have.', '占用唯一事项。', {
      who: ['system'],
      at: ['new'],
      begins: 'derived',
      as: to<DataOf<ClaimEvent, 'ClaimLaid'>>(),
    }),
    ReleaseClaim: command('Gives a claim up.', '解除占用。', {
      who: ['system'],
      at: ['new'],
      as: to<DataOf<ClaimEvent, 'ClaimReleased'>>(),
    }),
  },
);

export type ClaimCommand = CommandOf<typeof claimCommands>;

/**
 * What keeps two from recording the same thing at the same moment. A claim decides nothing: it is laid after a decision that found
 * nobody else, at the very place where it looked, so that of two who looked at once one has to look again.
 */
export const claim: Decider<readonly Laid[], ClaimCommand, ClaimEvent, never> = {
  ...claimStream,
  commands: claimCommands,
  refusals: {},
  facts: {},
  owner: () => ({ territory: '', orgs: [] }),
  decide: {
    LayClaim: (data) => happened({ type: 'ClaimLaid', data }),
    ReleaseClaim: (data, laid) =>
      laid.some(({ by }) => by === data.by) ? happened({ type: 'ClaimReleased', data }) : happened(),
  },
};
