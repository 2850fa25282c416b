import type { Actor } from '#access';
import type { Id } from '#kernel';
import type { Outcome } from './decide.command.js';

/** A command that somebody asked for, and what became of it. */
export interface Watched {
  readonly actor: Actor;
  readonly kind: string;
  readonly stream: Id;
  readonly type: string;
  readonly outcome: Outcome;
}

/** Hears of each command once it is decided; nothing waits for it. */
export type Watch = (watched: Watched) => void;

export const WATCH = Symbol('Watch');

/** Codes that say no because of who asks, not because of what they ask. */
export const DENIALS: readonly string[] = ['ROLE_MAY_NOT', 'NOT_FOUND', 'NOT_IN_POST'];
