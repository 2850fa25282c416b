/** Counts what was tried, under keys that say nothing. */
export interface Attempts {
  /** Remembers one more, and says how many there were since then, this one included. */
  add(key: Buffer, now: Date, since: Date): Promise<number>;
  /** How many there were since then. */
  count(key: Buffer, since: Date): Promise<number>;
  /** Forgets all under a key. */
  forget(key: Buffer): Promise<void>;
  /** Forgets what no limit looks at any more. */
  forgetBefore(moment: Date): Promise<void>;
}
