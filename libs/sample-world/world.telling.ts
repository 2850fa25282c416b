import type { Actor } from '#access';
import type { Id } from '#kernel';
import type { Message } from '#kernel';
import type { Occasion, Source } from '#kernel';

/** What one command made happen, not yet sealed. */
export interface Act {
  readonly stream: Id;
  readonly expected: bigint;
  readonly occasion: Occasion;
  readonly command: Message;
  readonly events: readonly Message[];
}
/** A command, who asks for it, and when it happened (milliseconds). */
export interface Telling<C extends Message> {
  readonly stream: Id;
  readonly command: C;
  readonly as: Actor;
  readonly at: number;
  readonly source?: Source;
}
/** A command that was refused: the story asks for something that cannot be. */
export class CannotHappen extends Error {
  override readonly name = 'CannotHappen';
}
export interface Held {
  readonly state: unknown;
  readonly events: number;
}
