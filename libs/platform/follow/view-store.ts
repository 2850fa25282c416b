import type { Id, Owner } from '#kernel';
import type { After } from '#platform/event-store';
import type { Lease } from './follow-loop.js';
import type { Parked } from './parked.js';
import type { TableAt, ViewTable } from './view-table.js';

/** The row of a key as it stands, and since when. */
export interface OpenRow {
  readonly key: string;
  readonly since: bigint;
  readonly born: bigint;
  /** JSON. */
  readonly text: string;
}

/** A row, whose it is, and what it is looked up by. */
export interface OwnedRow extends OpenRow {
  readonly owner: 'directory' | Owner;
  /** The view's columns as text, in their order; null where the row has no such field. */
  readonly columns: readonly (string | null)[];
  /** The territories, as paths, and organisations under which it can be found and the version before it could not. */
  readonly reach: readonly string[];
}

/** A row during the positions in which it was true: from `since` up to, not including, `until`. */
export interface EndedRow extends OwnedRow {
  readonly until: bigint;
}

export interface ViewChange {
  readonly table: ViewTable;
  /** Versions that ended: those that were stored as true, and those that never were. */
  readonly ended: readonly EndedRow[];
  /** The keys whose stored row is not true any more. */
  readonly closed: readonly string[];
  /** What is true now and not stored yet. */
  readonly open: readonly OwnedRow[];
  readonly parked: readonly Parked[];
  /** Before all of that: these keys go back to how they stood before this position, and this stream is no longer parked. */
  readonly redo?: { readonly stream: Id; readonly position: bigint; readonly keys: readonly string[] };
}

/** What one batch of events does to some tables, all of which stood at the same place. */
export interface Step {
  readonly from: After;
  readonly to: After;
  readonly changes: readonly ViewChange[];
}

/** Another process, or another release, moved a checkpoint meanwhile; nothing was written. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
  constructor(readonly follower: string) {
    super(`somebody else moved the checkpoint of ${follower}`);
  }
}

/** A stream that waits, and in which table. */
export interface ParkedIn extends Parked {
  readonly build: number;
}

/** Writes rows of some tables; one process at a time has it. */
export interface TableLease extends Lease {
  /** The tables that this lease is about, and where they stand. */
  tables(): Promise<readonly TableAt[]>;
  /** The rows of these keys as they stand, or as they stood just before a position. */
  rows(table: ViewTable, keys: readonly string[], before?: bigint): Promise<ReadonlyMap<string, OpenRow>>;
  /** Rows, parked streams and checkpoints together, or nothing. Throws CheckpointMoved. */
  commit(step: Step): Promise<void>;
}

/** Follows: keeps every table up to date that is read, was read, or is about to be. */
export interface ViewLease extends TableLease {
  /** Whether these are all views of the program, and not some that another release left over. */
  readonly isWhole: boolean;
  /** Takes what another process has given up meanwhile. */
  widen(): Promise<void>;
  /** Parked streams, nearest to the start first. */
  parked(): Promise<readonly ParkedIn[]>;
  /** Those that somebody asked to try again; each request is answered once. */
  retries(): Promise<readonly ParkedIn[]>;
  /** From now on readers see this table, and the one they saw is `former`. False when readers were in the way: try again. */
  serve(table: ViewTable): Promise<boolean>;
  /** Removes a table that nobody reads. */
  drop(table: ViewTable): Promise<void>;
}

/** Fills new tables in bulk. Rows of keys that the last commit touched may be asked for only after it ended. */
export interface BuildLease extends TableLease {
  /** Takes versions that ended ahead of the step that they belong to. Whoever goes on without that step finds none of them. */
  keep(changes: readonly Pick<ViewChange, 'table' | 'ended'>[]): Promise<void>;
  /** Everything is in it: makes what reading needs, and hands it over to whoever follows. */
  finish(table: ViewTable): Promise<void>;
}

/** Where rows, checkpoints and parked streams are kept, for one log. */
export interface ViewStore {
  /** Makes what is missing. Tables of another log's events, and those in `anew`, go, and are built from nothing. */
  prepare(anew?: readonly ViewTable[]): Promise<void>;
  /** Undefined while other processes write all of the same views. */
  lease(): Promise<ViewLease | undefined>;
  /** Undefined when nothing is to be built, or others are at it. */
  buildLease(): Promise<BuildLease | undefined>;
  /** How far each view is that can be read, by its name; 'start' when it has read nothing yet. Any process may ask. */
  checkpoints(): Promise<ReadonlyMap<string, After>>;
  /** Streams that wait in tables that are read. */
  parked(): Promise<readonly Parked[]>;
  /** Asks whoever follows to try this stream again, or all of them. */
  retry(stream?: Id): Promise<void>;
}
