import type { Id } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import { badInput } from '#platform/graphql';

/** What of a record is asked for, by what stands beside the data of an event. */
export interface Sought {
  readonly actorId?: Id;
  readonly subjectId?: Id;
  readonly types?: readonly string[];
  readonly recordedFrom?: string;
  readonly recordedTo?: string;
}

/** Which part of it, in which order. */
export interface Part {
  readonly first: number;
  readonly after?: string;
  readonly from?: string;
  readonly latestFirst?: boolean;
}

type Placed = Pick<StoredEvent, 'position'>;

const CURSOR = /^p(0|[1-9]\d{0,17})$/;

const isOneOf = <T>(one: T, those: readonly T[] | undefined): boolean => those?.includes(one) ?? true;
const isSame = <T>(one: T, other: T | undefined): boolean => other === undefined || one === other;

/** Whether an event is asked for. Dates are of recording: from an instant on, and before one. */
export const isSought = (
  { type, stream, actorId, recordedAt }: StoredEvent,
  { types, subjectId, actorId: by, recordedFrom, recordedTo }: Sought,
): boolean => {
  const at = Date.parse(recordedAt);
  const isLate = recordedFrom === undefined || at >= Date.parse(recordedFrom);
  const isEarly = recordedTo === undefined || at < Date.parse(recordedTo);
  return isLate && isEarly && isOneOf(type, types) && isSame(stream, subjectId) && isSame(actorId, by);
};

/** The cursor of an event: its place in the log, which no filter changes. */
export const cursorOf = ({ position }: Placed): string => `p${String(position)}`;

const placeIn = (cursor: string): bigint => {
  const position = CURSOR.exec(cursor)?.[1];
  if (position === undefined) throw badInput({ en: 'Not a cursor of this list.', zh: '不是此列表的游标。' }, 'after');
  return BigInt(position);
};

/**
 * A page of events that are in the order of the log. `from` is a position to begin at, itself included where it is there;
 * `after` goes on after a cursor. Throws BAD_USER_INPUT for a cursor that no page gave out.
 */
export const partOf = <E extends Placed>(
  events: readonly E[],
  { first, after, from, latestFirst = false }: Part,
): { readonly events: readonly E[]; readonly hasNextPage: boolean } => {
  const ordered = latestFirst ? events.toReversed() : events;
  const isPast = (position: bigint, place: bigint) => (latestFirst ? position < place : position > place);
  const [gone, start] = [
    after === undefined ? undefined : placeIn(after),
    from === undefined ? undefined : BigInt(from),
  ];
  const rest = ordered.filter(
    ({ position }) =>
      (gone === undefined || isPast(position, gone)) &&
      (start === undefined || position === start || isPast(position, start)),
  );
  return { events: rest.slice(0, first), hasNextPage: rest.length > first };
};
