import type { Happening, Id, Occasion } from '#kernel';
import type { Damage } from './errors.js';
import type { TestClock } from './test-clock.js';

/** JSON as it is stored. Integers beyond 2^53 travel as strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Where a reader stands in the whole log: after nothing, or after the event at a position. */
export type After = bigint | 'start';

export interface NewEvent {
  readonly type: string;
  readonly schemaVersion: number;
  /** Personal fields are sealed by now. */
  readonly data: JsonObject;
}

/** Another stream that a decision rests on, and how many events it held when it was read. */
export interface Relied {
  readonly stream: Id;
  readonly events: bigint;
}

/** All events of one command, for one stream: stored together or not at all. */
export interface Append {
  readonly stream: Id;
  /** How many events the stream held when this was decided. */
  readonly expected: bigint;
  readonly occasion: Occasion;
  /** 32 bytes in hexadecimal that stand for what was asked: the same command id with others is refused. */
  readonly commandHash: string;
  readonly events: readonly NewEvent[];
  /** Nothing is stored unless these still hold as many events: what somebody's right to do this rests on. */
  readonly reliesOn?: readonly Relied[];
}

export interface StoredEvent extends Happening {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  /** The sealed envelope: RFC 8785 bytes with the SHA-256 of the stored payload, never derived again (trust.md 2). */
  readonly entry: Buffer;
}

/** An event as a batch of the log brings it: its place is known, and the rest is parsed and checked by whoever reads it. */
export interface UnreadEvent extends Pick<StoredEvent, 'position' | 'stream' | 'type'> {
  /** How many bytes the payload and the entry of the event have together. */
  readonly bytes: number;
  /** Reads the event, which is parsed once. Throws UnreadableEvent. */
  read(): StoredEvent;
}

/** What the log answered to a command, the first time and every time after. */
export interface Appended {
  readonly stream: Id;
  /** The revision of the command's last event. */
  readonly revision: bigint;
  readonly position: bigint;
  readonly events: readonly { readonly eventId: string; readonly type: string; readonly position: bigint }[];
  /** The log held this command already; nothing was written now. */
  readonly repeated: boolean;
}

export interface ReadStream {
  /** First revision to read, inclusive; by default the first one, or the last one when backwards. */
  readonly from?: bigint;
  readonly backwards?: boolean;
  readonly limit?: number;
}

export interface ReadAll {
  /** The position after which reading begins; the event at it is left out. */
  readonly after: After;
  readonly limit: number;
}

/**
 * The log. Revisions count from 0 in a stream, positions grow in commit order over all streams and promise order only.
 * An adapter is done when `eventStoreContract` passes.
 */
export interface EventStore {
  /**
   * Stores the events of one command. Repeating a command answers as the first time (`repeated`).
   * Throws WrongVersion, BasisChanged, CommandReused, EmptyAppend, EventTooLarge, NotCanonical, Overloaded, Unavailable or StorageFull, and then
   * nothing was written; any other error leaves the outcome unknown, and `answerTo` tells.
   */
  append(append: Append): Promise<Appended>;
  /**
   * The events of one stream, in order; none for a stream that is not there. Throws UnreadableEvent, as `readAll` does: DamagedHistory
   * when it does not begin at revision 0 or has a hole.
   */
  readStream(stream: Id, range?: ReadStream): Promise<readonly StoredEvent[]>;
  /** Reads up to `limit` events of the whole log after a position. Once it returned a position, no earlier one can appear. */
  readAll(range: ReadAll): Promise<readonly StoredEvent[]>;
  /** Reads the whole log for somebody who passes over most events: one that nobody reads is not parsed. */
  scan(range: ReadAll): Promise<readonly UnreadEvent[]>;
  /** The last events of the whole log, up to `limit` of them, in its order. */
  latest(limit: number): Promise<readonly StoredEvent[]>;
  /** The earlier answer to this command of this actor, and the hash of what was asked then. */
  answerTo(command: Pick<Occasion, 'commandId' | 'actorId'>): Promise<(Appended & { commandHash: string }) | undefined>;
  /** The last position, or 'start' when the log is empty. */
  head(): Promise<After>;
  /** The position of the last event recorded at or before this instant (ISO 8601), or 'start'. */
  positionAt(recordedAt: string): Promise<After>;
  /** When the event at a position was recorded (ISO 8601); undefined when none stands there. */
  recordedAt(position: bigint): Promise<string | undefined>;
  /** What is known by now to be damaged; whoever asks once is shown more as it is found. */
  damages(): readonly Damage[];
  /** The log's own identity: checkpoints of another log mean nothing here. */
  identity(): Promise<string>;
  /** The clock of the log's own, where its owner gave it one before its first event; such a log is for stories and trials. */
  testClock(): Promise<TestClock | undefined>;
  /** Resolves when the log may have grown beyond a position, or after a while at the latest; at once when aborted. */
  grown(after: After, signal: AbortSignal): Promise<void>;
}

export const EVENT_STORE = Symbol('EventStore');
