/** What a writer expects of a stream; a bigint is the revision of its last event. */
export type Expected = bigint | 'none' | 'any' | 'exists';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Kept extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

export type Written =
  | { readonly is: 'written'; readonly last: Kept; readonly again: boolean }
  | { readonly is: 'conflict'; readonly actual: bigint | undefined };

/** Positions are byte offsets in a real log, so neither dense nor from 0: https://docs.kurrent.io/server/v25.0/features/streams.html */
const HEADER_BYTES = 120n;

/** A log in memory with the rules of KurrentDB for one writer at a time. */
export class PeerLog {
  readonly #all: Kept[] = [];
  readonly #streams = new Map<string, Kept[]>();
  readonly #listeners = new Set<() => void>();
  #end = HEADER_BYTES;

  constructor() {
    // $all holds the system's own events too: https://docs.kurrent.io/server/v25.0/features/streams.html#system-events-and-streams
    this.append('$users', 'none', [aSystemEvent('00000000-0000-4000-8000-000000000001')]);
  }

  /**
   * Exact revision and no-stream are checked, and a repeated write with the same ids at the same place answers as the first time;
   * a partial overlap is a conflict: https://docs.kurrent.io/server/v25.0/http-api/optimistic-concurrency-and-idempotence.html
   * (CheckCommit in src/KurrentDB.Core/Services/Storage/ReaderIndex/IndexWriter.cs of kurrent-io/KurrentDB).
   */
  append(stream: string, expected: Expected, events: readonly Proposed[]): Written {
    const held = this.#streams.get(stream) ?? [];
    const earlier = placeOfRepeated(held, expected, events);
    const repeated = earlier && held[earlier.from + events.length - 1];
    if (repeated) return { is: 'written', last: repeated, again: true };
    if (!matches(held, expected)) return { is: 'conflict', actual: held.at(-1)?.revision };
    const kept = events.map((event, index) => this.keep(stream, BigInt(held.length + index), event));
    const last = kept.at(-1);
    if (!last) throw new Error('nothing to append');
    this.#streams.set(stream, [...held, ...kept]);
    for (const listener of [...this.#listeners]) listener();
    return { is: 'written', last, again: false };
  }

  stream(name: string): readonly Kept[] | undefined {
    return this.#streams.get(name);
  }

  get all(): readonly Kept[] {
    return this.#all;
  }

  /** Index of the event at a position, or undefined when no event begins there. */
  indexAt(position: bigint): number | undefined {
    const index = this.#all.findIndex((event) => event.position === position);
    return index === -1 ? undefined : index;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  private keep(stream: string, revision: bigint, event: Proposed): Kept {
    const kept = { ...event, stream, revision, position: this.#end };
    this.#end += HEADER_BYTES + BigInt(event.data.length + event.metadata.length);
    this.#all.push(kept);
    return kept;
  }
}

const matches = (held: readonly Kept[], expected: Expected): boolean => {
  if (expected === 'any') return true;
  if (expected === 'exists') return held.length > 0;
  return expected === 'none' ? held.length === 0 : BigInt(held.length) === expected + 1n;
};

/** Where the same ids stand already: at the expected place, or anywhere recent when nothing was expected. */
const placeOfRepeated = (held: readonly Kept[], expected: Expected, events: readonly Proposed[]) => {
  const weak = expected === 'any' || expected === 'exists';
  const from = weak ? held.findIndex(({ id }) => id === events[0]?.id) : expected === 'none' ? 0 : Number(expected) + 1;
  if (from < 0 || from >= held.length) return undefined;
  return events.every(({ id }, index) => held[from + index]?.id === id) ? { from } : undefined;
};

const aSystemEvent = (id: string): Proposed => ({
  ...{ id, type: '$UserCreated', contentType: 'application/json' },
  ...{ data: Buffer.from('{}'), metadata: Buffer.from('{}') },
});
