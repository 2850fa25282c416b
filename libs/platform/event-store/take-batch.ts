/** How much one batch may hold. */
export interface BatchLimits {
  readonly events: number;
  readonly bytes: number;
}

interface Limits extends BatchLimits {
  readonly appends: number;
}

/** What the batcher has to know about an append. */
export interface Batchable {
  readonly stream: string;
  readonly commandKey: string;
  readonly events: readonly unknown[];
  readonly bytes: number;
}

/**
 * Splits a queue into the next batch and what has to wait. A batch holds one append for each stream and each command key, so that
 * a second one sees the first's result; it holds at least one append, whatever its size. Order is kept.
 */
export const takeBatch = <A extends Batchable>(
  queue: readonly A[],
  limits: Limits,
): { readonly batch: readonly A[]; readonly rest: A[] } => {
  const taken = new Set<string>();
  const batch: A[] = [];
  const passed: A[] = [];
  let events = 0;
  let bytes = 0;
  for (const [index, append] of queue.entries()) {
    if (taken.has(append.stream) || taken.has(append.commandKey)) {
      passed.push(append);
      continue;
    }
    events += append.events.length;
    bytes += append.bytes;
    if (batch.length > 0 && (batch.length === limits.appends || events > limits.events || bytes > limits.bytes)) {
      return { batch, rest: [...passed, ...queue.slice(index)] };
    }
    taken.add(append.stream).add(append.commandKey);
    batch.push(append);
  }
  return { batch, rest: passed };
};
