import type { AnyView } from '#kernel';
import type { After } from '#platform/event-store';
import type { OpenRow, RowSource, ViewChange } from '../fold/view-change.js';
import type { Lease } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';
import type { TableAt, ViewCheckpoint, ViewTable } from '../fold/view-table.js';

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
export interface TableLease extends Lease, RowSource {
  /** The tables that this lease is about, and where they stand. */
  tables(): Promise<readonly TableAt[]>;
  /** Rows, parked streams and checkpoints together, or nothing. Throws CheckpointMoved. */
  commit(step: Step): Promise<void>;
}

/** Follows: keeps every table up to date that is read, was read, or is about to be. */
export interface ViewLease extends TableLease {
  /** Takes what another process has given up meanwhile. */
  widen(): Promise<void>;
  /** Parked streams, nearest to the start first. */
  parked(): Promise<readonly ParkedIn[]>;
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
  /** How far each view is, by its name. Any process may ask. */
  checkpoints(): Promise<ReadonlyMap<string, ViewCheckpoint>>;
  /** The rows of these keys as they stood right after a position; undefined while the view cannot be read or has not come there. */
  rowsAt(view: AnyView, keys: readonly string[], position: bigint): Promise<ReadonlyMap<string, OpenRow> | undefined>;
  /** Streams that wait in tables that are read. */
  parked(): Promise<readonly Parked[]>;
}
