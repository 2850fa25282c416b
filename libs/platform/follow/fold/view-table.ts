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

/** A table, where it stands, and what an operator wants of it. */
export interface TableAt extends ViewTable {
  readonly at: After;
  readonly asked?: 'serve' | 'drop';
}
