import { idOf, uuidOf, type Ask, type Policy } from '#kernel';
import type { GrantCommand } from './grant.commands.js';
import { grants } from './grant.decider.js';
import type { GrantEvent } from './grant.events.js';
import { grantsOf, type GrantsState } from './grant.state.js';

/** Whom the first administrator names become administrators, both of them. */
export const successorsTakeOver: Policy<GrantEvent, GrantsState> = {
  name: 'successors_take_over',
  of: grants,
  asks: [grants],
  rights: { TakeOverAdministration: { rule: 'A6', because: 'the first administrator names both who follow' } },
  on: {
    AdministrationHandedOver: ({ firstId, secondId }, _, { recordedAt: from, stream }): readonly Ask<GrantCommand>[] =>
      [firstId, secondId].map((personId) => ({
        decider: grants,
        stream: grantsOf(personId),
        command: {
          type: 'TakeOverAdministration',
          data: {
            ...{ personId, from, namedIn: idOf('grant', uuidOf(stream)) },
            reason: 'Named by the first administrator 由首任系统管理员移交',
          },
        },
      })),
  },
};
