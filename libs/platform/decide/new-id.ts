import { idOf, type Id, type Occasion } from '#kernel';
import { commandKey } from '#platform/event-store';
import { v5 as uuidv5 } from 'uuid';

/**
 * The id of a thing that this command creates. Derived from the command, so that a retried command means the same thing; one
 * command can create one thing of a kind.
 */
export const newId = <K extends string>(kind: K, occasion: Pick<Occasion, 'commandId' | 'actorId'>): Id<K> =>
  idOf(kind, uuidv5(kind, commandKey(occasion)));
