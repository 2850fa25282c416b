import type { AnyView } from '#kernel';

/**
 * Waiting until a view knows what the log knows; other views may be behind, or be built anew. Both answers come after a bounded
 * time: NotYetVisible for a view that is behind, ViewNotReady for one that is being built for the first time.
 */
export interface Visibility {
  /**
   * Resolves once the event at this position can be seen in the view, and with it what policies did about it, and about that, as
   * far as their commands can reach the view.
   */
  seen(position: bigint, view: AnyView): Promise<void>;
  /** Resolves once the view has passed this position, whatever policies may still do. */
  folded(position: bigint, view: AnyView): Promise<void>;
}

export const VISIBILITY = Symbol('Visibility');
