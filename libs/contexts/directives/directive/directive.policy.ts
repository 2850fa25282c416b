import { idOf, uuidOf, type Ask, type Happening, type Id, type Policy } from '#kernel';
import type { DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';
import type { DirectiveEvent } from './directive.events.js';
import type { Amendment, DirectiveState } from './directive.standing.js';

const self = ({ stream }: Happening): Id<'directive'> => idOf('directive', uuidOf(stream));

const reopen = (
  stream: Id<'directive'>,
  directiveId: Id<'directive'>,
  { textVersion }: Pick<Amendment, 'textVersion'>,
): Ask<DirectiveCommand> => ({
  decider: directive,
  stream,
  command: { type: 'ReopenClauses', data: { directiveId, textVersion } },
});

/**
 * A parent knows what was issued on its basis, and what rests on a clause that it amends is open until it is mapped again (D3). It
 * writes a note into the parent, and a mark into the child; neither changes a text.
 */
export const amendmentsGoDown: Policy<DirectiveEvent, DirectiveState> = {
  name: 'amendments_go_down',
  of: directive,
  asks: [directive],
  rights: {
    RecordChild: { rule: 'D3', because: 'a parent knows what builds on it; a note that changes no text' },
    ReopenClauses: { rule: 'D3', because: 'what rests on an amended clause is open; a mark that changes no text' },
  },
  on: {
    BasisImplemented: ({ directiveId: stream }, _, at): readonly Ask<DirectiveCommand>[] => [
      { decider: directive, stream, command: { type: 'RecordChild', data: { childId: self(at) } } },
    ],
    // It may have been amended between the writing of the child and its issue.
    ChildRecorded: ({ childId }, state, at) =>
      state.is === 'new' ? [] : state.amendments.map((one) => reopen(childId, self(at), one)),
    DirectiveAmended: (amendment, state, at) =>
      state.is === 'new' ? [] : state.children.map((id) => reopen(id, self(at), amendment)),
  },
};
