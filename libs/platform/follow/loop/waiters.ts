/** Readers who wait for what a follower does. */
export interface Waiters {
  /** Whether anybody waits now. */
  readonly isWaiting: boolean;
  /** Calls back each time somebody begins to wait. */
  onWaiting(hurry: () => void): void;
}
