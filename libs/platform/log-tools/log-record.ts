import type { Id } from '#kernel';
import type { After, Damage, TestClock } from '#platform/event-store';

/** One event as a log holds it: texts, not values, so that it can move to another log byte for byte. */
export interface LogRecord {
  /** Where it stands in the log it was read from; the next log gives it a position of its own. */
  readonly position: bigint;
  readonly stream: Id;
  readonly revision: bigint;
  readonly type: string;
  readonly eventId: string;
  readonly commandKey: string;
  /** Counts the events of one command from 0. */
  readonly commandIndex: number;
  /** The hash of the command in hexadecimal, with its first event only. */
  readonly commandHash: string | undefined;
  readonly recordedAt: string;
  readonly payload: string;
  readonly entry: string;
}

export interface Noticed {
  readonly damages: readonly Damage[];
  /** What somebody should look into, in both languages, a line each. */
  readonly warnings: readonly string[];
}

/** A log that can be read as it is stored. */
export interface LogSource {
  /** Tells one log from another, as the event store does. */
  identity(): Promise<string>;
  /** The clock of the log's own, where it has one. */
  testClock(): Promise<TestClock | undefined>;
  /** The last position, or 'start' when the log is empty. */
  head(): Promise<After>;
  /** Reads up to `limit` records after a position, in the order of the log. */
  records(after: After, limit: number): Promise<readonly LogRecord[]>;
  /** What was come upon beside the records that were read, where a log can hold more than them. */
  noticed?(): Noticed;
  close(): Promise<void>;
}

/** A log that takes records of another one. */
export interface LogTarget extends LogSource {
  /** Gives an empty log a clock of its own that begins at this moment of the past. Throws ClockCannotBeSet when it is too late for that. */
  startTestClock(from: string): Promise<void>;
  /**
   * Adds records in this order after the last one held; the events of one command all or none. Repeating is harmless: what the
   * log holds already is not added again.
   */
  put(records: readonly LogRecord[]): Promise<void>;
}
