import type { Ask, Timer } from '#kernel';
import type { PersonCommand } from './person.commands.js';
import { person } from './person.decider.js';
import type { PersonEvent } from './person.events.js';
import { personStream, type PersonState } from './person.state.js';

type End = Extract<PersonCommand, { readonly type: 'EndPost' }>['data'];

/** A post can be held several times, so that several ends of it may lie ahead. */
const keyOf = ({ postId, to }: End): string => `${postId} ${to}`;

/** A6: an end that was told ahead of time comes. */
export const appointmentEnd: Timer<PersonState, PersonEvent> = {
  name: 'appointment_end',
  of: personStream,
  asks: [person],
  due: {
    PostLeft: (end, _, { stream, recordedAt }) => {
      if (end.to <= recordedAt) return [];
      const ask: Ask<PersonCommand> = { decider: person, stream, command: { type: 'EndPost', data: end } };
      return [{ key: keyOf(end), at: end.to, ask }];
    },
  },
  // A timer that is built anew asks nothing that is recorded already.
  cancels: { PostEnded: (end) => [keyOf(end)] },
};
