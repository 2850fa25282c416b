import { kindOf, type Id } from '#kernel';
import type { After, EventStore, StoredEvent } from '#platform/event-store';
import { namedIn } from './seen-data.js';

/** By the kind of a thing: which kinds of things that its events name belong to its record. */
export type PartsOfRecords = Readonly<Record<string, readonly string[]>>;

/** A record has no more things beside its own than this. */
export const MOST_PARTS = 50;
/** A record is read as far as this. */
export const MOST_EVENTS = 10_000;

/** The events of a record, in the order of the log. */
export interface RecordEvents {
  /** Whose events they are: the thing itself, and what belongs to its record. */
  readonly streams: readonly Id[];
  readonly events: readonly StoredEvent[];
  /** There is more than a record holds. */
  readonly isCut: boolean;
}

const isBy = (last: After | undefined) => (event: StoredEvent) =>
  last === undefined || (last !== 'start' && event.position <= last);

const inOrder = (a: StoredEvent, b: StoredEvent): number => Number(a.position - b.position);

/** What belongs to the record of a thing, by its own events: what they name, each once, in the order in which it was named. */
export const partsIn = (id: Id, events: readonly StoredEvent[], parts: PartsOfRecords): readonly Id[] => {
  const kinds = parts[kindOf(id)] ?? [];
  const named = events.flatMap(({ data }) => namedIn(data)).filter((one) => one !== id && kinds.includes(kindOf(one)));
  return [...new Set(named)];
};

/** Reads everything that was recorded of one thing, and of what belongs to it as far as that may be seen. */
export const readRecord = async (
  id: Id,
  {
    last,
    store,
    parts,
    seen,
  }: {
    readonly last: After | undefined;
    readonly store: Pick<EventStore, 'readStream'>;
    readonly parts: PartsOfRecords;
    readonly seen: (ids: readonly Id[]) => Promise<ReadonlySet<Id>>;
  },
): Promise<RecordEvents> => {
  const read = async (stream: Id) => (await store.readStream(stream, { limit: MOST_EVENTS + 1 })).filter(isBy(last));
  const own = await read(id);
  const named = partsIn(id, own, parts);
  const visible = await seen(named);
  const those = named.filter((one) => visible.has(one));
  const shown = those.slice(0, MOST_PARTS);
  const others = await Promise.all(shown.map(read));
  const events = [own, ...others].flat().toSorted(inOrder);
  return {
    streams: [id, ...shown],
    events: events.slice(0, MOST_EVENTS),
    isCut: those.length > MOST_PARTS || events.length > MOST_EVENTS,
  };
};
