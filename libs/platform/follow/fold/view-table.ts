import type { AnyView } from '#kernel';
import type { After } from '#platform/event-store';

/**
 * What a table of a view is for. `building`: being filled. `ready`: filled, about to be read. `serving`: what readers see.
 * `former`: was read before, and is kept up to date so that going back takes an instant.
 */
export type TableState = 'building' | 'ready' | 'serving' | 'former';

/** One of the tables that hold the same view at the same version. */
export interface ViewTable {
  readonly view: AnyView;
  /** Tells them apart; grows. */
  readonly build: number;
  readonly state: TableState;
}

/** How far a view is. */
export interface ViewCheckpoint {
  /** Whether it can be read; otherwise it is being built for the first time. */
  readonly isReadable: boolean;
  /** The checkpoint of the table that is read, or of the one that is being built when there is none. */
  readonly at: After;
}

/** The checkpoint of each view of these tables: of the one that is read, or else of the one that will be. */
export const checkpointsOf = (tables: readonly TableAt[]): ReadonlyMap<string, ViewCheckpoint> => {
  const checkpoints = new Map<string, ViewCheckpoint>();
  for (const { view, state, at } of tables) {
    const isReadable = state === 'serving';
    if (isReadable || !checkpoints.get(view.name)?.isReadable) checkpoints.set(view.name, { isReadable, at });
  }
  return checkpoints;
};

/** A table, where it stands, and what an operator wants of it. */
export interface TableAt extends ViewTable {
  readonly at: After;
  readonly asked?: 'serve' | 'drop';
}
