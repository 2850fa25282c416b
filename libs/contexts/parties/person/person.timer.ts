import type { Ask, Due, Id, Timer } from '#kernel';
import type { PersonCommand } from './person.commands.js';
import { person } from './person.decider.js';
import type { PersonEvent } from './person.events.js';
import { isAhead, personStream, type PersonState } from './person.state.js';

type End = Extract<PersonCommand, { readonly type: 'EndPost' }>['data'];

/** A post can be held several times, so that several ends of it may lie ahead. */
const keyOf = ({ postId, to }: End): string => `${postId} ${to}`;

const endsAt = (end: End, stream: Id, recordedAt: string): readonly Due[] => {
  if (!isAhead(end.to, recordedAt)) return [];
  const ask: Ask<PersonCommand> = { decider: person, stream, command: { type: 'EndPost', data: end } };
  return [{ key: keyOf(end), at: end.to, ask }];
};

/** A6: an end that was told ahead of time comes. */
export const appointmentEnd: Timer<PersonState, PersonEvent> = {
  name: 'appointment_end',
  of: personStream,
  asks: [person],
  rights: {
    EndPost: 'ownStream',
  },
  due: {
    AppointmentCorrected: ({ postId, to }, _, { stream, recordedAt }) =>
      to === undefined ? [] : endsAt({ postId, to }, stream, recordedAt),
    PostLeft: (end, _, { stream, recordedAt }) => endsAt(end, stream, recordedAt),
  },
  // A timer that is built anew asks nothing that is recorded already.
  cancels: {
    PostEnded: (end) => [keyOf(end)],
    AppointmentCorrected: ({ postId, was }) => (was.to === undefined ? [] : [keyOf({ postId, to: was.to })]),
  },
};
