import type { AnyView, Id, Owner } from '#kernel';
import type { After } from '#platform/event-store';
import type { Lease } from './follow-loop.js';
import type { Parked } from './parked.js';

/** The row of a key as it stands, and since when. */
export interface OpenRow {
  readonly key: string;
  readonly born: bigint;
  /** JSON. */
  readonly text: string;
}

/** A row during the positions in which it was true: from `since` up to, not including, `until`; undefined is now. */
export interface RowVersion extends OpenRow {
  readonly since: bigint;
  readonly until: bigint | undefined;
  readonly owner: 'directory' | Owner;
}

/** The stored version of a key that was open ends here. */
export interface Closing {
  readonly key: string;
  readonly until: bigint;
}

export interface ViewChange {
  readonly view: AnyView;
  readonly closed: readonly Closing[];
  readonly versions: readonly RowVersion[];
  readonly parked: readonly Parked[];
  /** Before all of that: these keys go back to how they stood before this position, and this stream is no longer parked. */
  readonly redo?: { readonly stream: Id; readonly position: bigint; readonly keys: readonly string[] };
}

/** What one batch of events does to some views, all of which stood at the same place. */
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

/** Writes rows; one process at a time has it. */
export interface ViewLease extends Lease {
  /** Parked streams, nearest to the start first. */
  parked(): Promise<readonly Parked[]>;
  /** Those that somebody asked to try again; each request is answered once. */
  retries(): Promise<readonly Parked[]>;
  /** The rows of these keys as they stand, or as they stood just before a position. */
  rows(view: AnyView, keys: readonly string[], before?: bigint): Promise<ReadonlyMap<string, OpenRow>>;
  /** Rows, parked streams and checkpoints together, or nothing. Throws CheckpointMoved. */
  commit(step: Step): Promise<void>;
  /** These views have caught up with the log: tables of earlier versions may go at the next start. */
  completed(views: readonly AnyView[]): Promise<void>;
}

/** Where rows, checkpoints and parked streams are kept, for one log. */
export interface ViewStore {
  /** Makes what is missing. Views of another log's events, and those named in `anew`, start from nothing. */
  prepare(anew?: readonly AnyView[]): Promise<void>;
  /** Undefined while another process writes the same views. */
  lease(): Promise<ViewLease | undefined>;
  /** How far each view is, by its name; 'start' when it never began. Any process may ask. */
  checkpoints(): Promise<ReadonlyMap<string, After>>;
  parked(): Promise<readonly Parked[]>;
  /** Asks whoever follows to try this stream again, or all of them. */
  retry(stream?: Id): Promise<void>;
}
