import { idOf, type Id, type Occasion } from '#kernel';
import { commandKey, uuidV5 } from '#platform/event-store';

const BETWEEN = '5a1f6b0e-3c57-4d0e-9a54-51fa46000003';

/**
 * The id of a thing that this command creates. Derived from the command, so that a retried command means the same thing; one
 * command can create one thing of a kind.
 */
export const newId = <K extends string>(kind: K, occasion: Pick<Occasion, 'commandId' | 'actorId'>): Id<K> =>
  idOf(kind, uuidV5(kind, commandKey(occasion)));

/** The id of the one thing of a kind that others have between them, such as the receipt of a directive by an organisation. */
export const idBetween = <K extends string>(kind: K, ...others: readonly string[]): Id<K> =>
  idOf(kind, uuidV5([kind, ...others].join('\n'), BETWEEN));
