/** Readers who wait for what a follower does. */
export interface Waiters {
  /** Whether anybody waits now. */
  readonly isWaiting: boolean;
  /** Calls back each time somebody begins to wait. */
  onWaiting(hurry: () => void): void;
}

/** All who wait for any of these. */
export const allWaiters = (each: readonly Waiters[]): Waiters => ({
  get isWaiting() {
    return each.some(({ isWaiting }) => isWaiting);
  },
  onWaiting: (hurry) => {
    for (const one of each) one.onWaiting(hurry);
  },
});
