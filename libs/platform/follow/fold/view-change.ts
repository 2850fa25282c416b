import type { Id, Owner } from '#kernel';
import type { Parked } from '../loop/parked.js';
import type { ViewTable } from './view-table.js';

/** The row of a key as it stands, and since when. */
export interface OpenRow {
  readonly key: string;
  readonly since: bigint;
  readonly born: bigint;
  /** The row as JSON. */
  readonly text: string;
}

/** A row, whose it is, and what it is looked up by. */
export interface OwnedRow extends OpenRow {
  readonly owner: 'directory' | Owner;
  /** The view's columns as text, in their order; null where the row has no such field. */
  readonly columns: readonly (string | null)[];
  /** The territories, as paths, and organisations under which it can be found and the version before it could not. */
  readonly scopes: readonly string[];
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

/** Tells how rows of a table stand. */
export interface RowSource {
  /** The rows of these keys as they stand, or as they stood just before a position. */
  rows(table: ViewTable, keys: readonly string[], before?: bigint): Promise<ReadonlyMap<string, OpenRow>>;
}
