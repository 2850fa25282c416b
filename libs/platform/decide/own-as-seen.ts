import { denied, scopeOf, sees, type Actor } from '#access';
import type { Decider, Id, Message, Own, StateSource } from '#kernel';

/** Which command of which stream. */
interface Asked<S, C extends Message, E extends Message, R extends string, F extends object> {
  readonly decider: Decider<S, C, E, R, F>;
  readonly stream: Id;
  readonly type: C['type'];
}

/** Whether a thing is there, and the actor neither sees it nor could have a stake in it by this command. */
const isHidden = <S, C extends Message, E extends Message, R extends string, F extends object>(
  { decider, type }: Pick<Asked<S, C, E, R, F>, 'decider' | 'type'>,
  state: S,
  actor: Actor | undefined,
): boolean => {
  const seenBy = decider.seenBy(state);
  if (!seenBy) return false;
  if (!actor) return true;
  const { who } = decider.commands.declared[type];
  return !sees(scopeOf(actor), seenBy) && denied(actor, who, decider.stake?.(state, type)) !== undefined;
};

/**
 * T19: a command's own stream, for those who read others because of it. What the actor neither sees nor has a stake in reads like what is
 * not there, so that the one costs no more reads than the other.
 */
export const ownAsSeen =
  <S, C extends Message, E extends Message, R extends string, F extends object>(
    { decider, stream, type }: Asked<S, C, E, R, F>,
    reading: { readonly own: Promise<S>; readonly rights: Promise<Actor | undefined>; readonly source: StateSource },
  ): Own<S>['state'] =>
  async () => {
    const [state, actor] = await Promise.all([reading.own, reading.rights]);
    if (isHidden({ decider, type }, state, actor)) return decider.initial;
    reading.source.shown?.(stream);
    return state;
  };
