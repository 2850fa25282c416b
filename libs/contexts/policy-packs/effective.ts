/** A rule's value from a moment on, until the next one takes its place. */
export interface Effective<V> {
  /** ISO 8601, UTC, milliseconds. */
  readonly from: string;
  readonly value: V;
}

/** The values of one rule, the earliest first. Its first value also holds for what lies before it: no act is without a rule. */
export type Pack<V> = readonly [Effective<V>, ...(readonly Effective<V>[])];

/** The value that is in force at an instant. */
export const inForce = <V>(pack: Pack<V>, at: string): V => (pack.findLast(({ from }) => from <= at) ?? pack[0]).value;
