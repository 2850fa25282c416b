/** Waiting until the views know what the log knows. */
export interface Visibility {
  /**
   * Resolves once the event at this position and what policies did about it, and about that, can be seen in every view.
   * Throws NotYetVisible after a bounded time.
   */
  seen(position: bigint): Promise<void>;
  /** Resolves once every view has passed this position, whatever policies may still do. Throws NotYetVisible. */
  folded(position: bigint): Promise<void>;
}

export const VISIBILITY = Symbol('Visibility');
