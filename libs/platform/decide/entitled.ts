import { isSystem, type Actor, type Rights } from '#access';
import type { StateSource } from '#kernel';

/** By whose word rights are told, and where they are read when that is to be told apart from what is read of things. */
export interface RightsKnown {
  readonly source: StateSource;
  readonly rights: Rights;
  readonly basis?: StateSource;
}

/** W4: whoever acts, with the rights that they have at all of these moments; undefined where they are in no such post. The system has its own. */
export const entitled = async (
  kind: string,
  actor: Actor,
  at: readonly string[],
  { rights, source, basis = source }: RightsKnown,
): Promise<Actor | undefined> => (isSystem(actor) ? actor : rights.of({ actor, kind, at }, basis));
