import { idOf, uuidOf, type Ask, type Happening, type Policy } from '#kernel';
import type { DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';
import type { DirectiveEvent } from './directive.events.js';
import type { DirectiveState } from './directive.standing.js';
import { parentsUntold } from './request.rules.js';

const tell = (_: unknown, state: DirectiveState, { stream }: Happening): readonly Ask<DirectiveCommand>[] =>
  state.is === 'new' || parentsUntold(state.content, state).length === 0
    ? []
    : [
        {
          ...{ decider: directive, stream: idOf('directive', uuidOf(stream)) },
          command: { type: 'RecordRequests', data: {} },
        },
      ];

/**
 * D3: what a text asks of the issuers of its parents is a fact beside it. Texts of older logs ask without one: then it is recorded
 * here. A text that brings its requests along has recorded them by the time at which this is decided.
 */
export const requestsAreKept: Policy<DirectiveEvent, DirectiveState> = {
  name: 'requests_are_kept',
  of: directive,
  asks: [directive],
  rights: { RecordRequests: 'ownStream' },
  on: { DirectiveDrafted: tell, DirectiveImported: tell, DraftEdited: tell, DirectiveAmended: tell },
};
