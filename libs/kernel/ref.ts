import type { Id } from './ids.js';

/** A pointer to a thing of any context, as rows hold it. */
export interface Ref {
  readonly id: Id;
}

/** The pointer to this thing. */
export const ref = (id: Id): Ref => ({ id });
