import type { StateSource } from '#kernel';
import type { Actor } from './access.js';
import type { Acting, Appointments } from './appointments.js';

/** What somebody may do, now and when they say that it happened. */
export interface Rights {
  /** The actor with what they had at every one of these moments; undefined where they held no such post at one of them. */
  of(acting: Acting, source: StateSource): Promise<Actor | undefined>;
}

/** Nobody is asked for a post, and everybody has what they say: for worlds that know of neither. */
export const ANYBODY: Rights = { of: ({ actor }) => Promise.resolve(actor) };

/** Whoever is in post by the record has what they say: for stories and trials, whose tokens state roles. */
export const inPostBy = (appointments: Appointments): Rights => ({
  of: async (acting, source) => ((await appointments.inPost(acting, source)) ? acting.actor : undefined),
});
