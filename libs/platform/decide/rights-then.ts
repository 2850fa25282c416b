import { denied, type Actor, type Denial } from '#access';
import { decode, evolve, HONEST_CLOCKS_MS, type AnyDecider, type Foldable, type Occasion } from '#kernel';
import type { StoredEvent } from '#platform/event-store';

interface Act {
  readonly decider: AnyDecider;
  readonly type: string;
  readonly as: { readonly actor: Actor; readonly occasion: Pick<Occasion, 'occurredAt'> };
}

/** Whether an event had happened by a moment, by the earlier of its two times, less the difference of honest clocks. */
const hadHappened = ({ occurredAt, recordedAt }: StoredEvent, moment: number): boolean =>
  Math.min(Date.parse(occurredAt), Date.parse(recordedAt)) <= moment + HONEST_CLOCKS_MS;

const stateAfter = <S>(of: Foldable<S>, events: readonly StoredEvent[]): S =>
  events.reduce((state, event) => evolve(of, state, decode(of.events, event), event), of.initial);

/**
 * W4: why an act that is dated back was not theirs to do when it is said to have happened, by what its thing was then: rights are
 * those of now and those of then. Undefined where they had the right, and where the thing was not there yet: what an act answers is
 * no matter of rights (W1).
 */
export const deniedThen = (
  { decider, type, as: { actor, occasion } }: Act,
  history: readonly StoredEvent[],
): Denial | undefined => {
  const moment = Date.parse(occasion.occurredAt);
  const earlier = history.filter((event) => hadHappened(event, moment));
  if (earlier.length === history.length) return undefined;
  const seenBy = decider.seenBy(stateAfter(decider as Foldable<unknown>, earlier));
  if (seenBy === undefined || seenBy === 'everybody') return undefined;
  return denied(actor, decider.commands.declared[type]?.who ?? [], seenBy);
};
