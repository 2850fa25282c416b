import type { StateSource } from '#kernel';
import type { Actor } from './access.js';

/** Somebody who asks for something of a stream of this kind; `at` are the moments at which they must be allowed to. */
export interface Acting {
  readonly actor: Actor;
  readonly kind: string;
  readonly at: readonly string[];
}

/** What the record says of appointments; a token only claims them. */
export interface Appointments {
  /** Whether the one who acts held a post of the body that they act for, the one that is claimed, at each of these moments. */
  inPost(acting: Acting, source: StateSource): Promise<boolean>;
}
