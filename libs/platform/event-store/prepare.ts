import { entryParts, type EntryParts } from './entry.js';
import { EmptyAppend, EventTooLarge } from './errors.js';
import type { Append, Relied } from './event-store.js';
import { commandKey, eventIdOf } from './identity.js';

/** One event of an append, in the form in which it is stored. */
export interface PreparedEvent extends EntryParts {
  readonly eventId: string;
  readonly type: string;
}

/** An append in the form in which it is stored. */
export interface Prepared extends Pick<Append, 'stream' | 'expected' | 'commandHash'> {
  readonly reliesOn: readonly Relied[];
  readonly commandId: string;
  readonly commandKey: string;
  readonly events: readonly PreparedEvent[];
  readonly bytes: number;
}

/** How many bytes one payload may have. */
export const MAX_PAYLOAD_BYTES = 256 * 1024;
/** One entry with the time in it: tiles give its length sixteen bits (trust.md 2). */
export const MAX_ENTRY_BYTES = 65_535;
/** All payloads and entries of one command: what KurrentDB takes in one append. */
export const MAX_APPEND_BYTES = 1024 * 1024;
const TIME_BYTES = 24;

/**
 * Everything about an append that does not need the log. Throws EmptyAppend, EventTooLarge or NotCanonical.
 */
export const prepare = (append: Append): Prepared => {
  if (append.events.length === 0) throw new EmptyAppend(append.stream);
  const key = commandKey(append.occasion);
  let bytes = 0;
  const events = append.events.map((event, index): PreparedEvent => {
    const place = { eventId: eventIdOf(key, index), revision: append.expected + BigInt(index) };
    const parts = entryParts(append, event, place);
    bytes += sizeOf(event.type, parts);
    if (bytes > MAX_APPEND_BYTES) throw new EventTooLarge(event.type, bytes, MAX_APPEND_BYTES);
    return { eventId: place.eventId, type: event.type, ...parts };
  });
  const { stream, expected, commandHash, reliesOn = [] } = append;
  const { commandId } = append.occasion;
  return { stream, expected, commandHash, reliesOn, commandId, commandKey: key, events, bytes };
};

const sizeOf = (type: string, { payload, before, after }: EntryParts): number => {
  if (payload.length > MAX_PAYLOAD_BYTES) throw new EventTooLarge(type, payload.length, MAX_PAYLOAD_BYTES);
  const entryBytes = Buffer.byteLength(before) + TIME_BYTES + Buffer.byteLength(after);
  if (entryBytes > MAX_ENTRY_BYTES) throw new EventTooLarge(type, entryBytes, MAX_ENTRY_BYTES);
  return payload.length + entryBytes;
};
