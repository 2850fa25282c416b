import type { AnyDecider, Message } from '#kernel';
import { CommandReused, EventTooLarge, UnreadableEvent, type Appended } from '#platform/event-store';
import { LooksSealed } from '#platform/personal-data';
import type { Outcome } from './decide.command.js';
import { refuse } from './refusals.js';

/** How a command is declared. */
export const declaredOf = ({ commands: { declared } }: AnyDecider, { type }: Message) => {
  const rules = declared[type];
  if (!rules) throw new TypeError(`no such command: ${type}`);
  return rules;
};

/** What the log or the key store would not take is the asker's to change; what the log no longer holds is for whoever runs it to mend. */
export const refusalOf = (error: unknown): Outcome | undefined => {
  if (error instanceof CommandReused) return refuse('COMMAND_ID_REUSED', 'commandId');
  if (error instanceof EventTooLarge) return refuse('TOO_LARGE');
  if (error instanceof UnreadableEvent) return refuse('HISTORY_DAMAGED');
  return error instanceof LooksSealed ? refuse('RESERVED_TEXT', ...error.path.split('.')) : undefined;
};

/** What the log took, as whoever asked is told. */
export const recorded = ({ stream, position, events }: Appended): Outcome => ({
  recorded: true,
  id: stream,
  position: String(position),
  events,
});
