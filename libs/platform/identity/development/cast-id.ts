import { idOf, type Id } from '#kernel';
import { uuidV5 } from '#platform/event-store';

/** Everything invented for development has its ids from here, so that tokens, tests and the demo agree without asking. */
const DEVELOPMENT = '5a1f6b0e-3c57-4d0e-9a54-51fa46000001';

/** The id of an invented thing, from a name: always the same. */
export const castId = <K extends string>(kind: K, name: string): Id<K> =>
  idOf(kind, uuidV5(`${kind}:${name}`, DEVELOPMENT));
