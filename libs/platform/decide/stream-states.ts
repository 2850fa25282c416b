import { decode, evolve, type Foldable, type Id } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { LRUCache } from 'lru-cache';

/** What some events of one stream had made of it, and which was the last of them. */
interface Folded {
  readonly by: unknown;
  readonly state: unknown;
  readonly events: number;
  readonly lastEventId: string;
}

/** How many streams are remembered: the bodies and places that many commands ask about, with room for what is under way. */
const STREAMS = 2_000;

/** States of streams by stream and revision, so that a large one is folded once and later only goes on. */
export class StreamStates {
  readonly #known = new LRUCache<Id, Folded>({ max: STREAMS });

  /** The state that all events of a stream leave behind. */
  fold<S>(of: Foldable<S>, stream: Id, events: readonly StoredEvent[]): S {
    const last = events.at(-1);
    if (!last) return of.initial;
    const known = this.knownOf(of, stream, events);
    const state = foldEvents(of, known?.state ?? of.initial, events.slice(known?.events ?? 0));
    this.#known.set(stream, { by: of.evolve, state, events: events.length, lastEventId: last.eventId });
    return state;
  }

  /** The state after the first of these events, if it is known from the same folds and from the very same events. */
  private knownOf<S>(of: Foldable<S>, stream: Id, events: readonly StoredEvent[]) {
    const known = this.#known.get(stream);
    if (known?.by !== of.evolve || events[known.events - 1]?.eventId !== known.lastEventId) return undefined;
    // What these folds made of it before.
    return { state: known.state as S, events: known.events };
  }
}

const foldEvents = <S>(of: Foldable<S>, from: S, events: readonly StoredEvent[]): S =>
  events.reduce((state, event) => evolve(of, state, decode(of.events, event), event), from);
