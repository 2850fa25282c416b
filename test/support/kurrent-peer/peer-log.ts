import { randomUUID } from 'node:crypto';
import { isDeleted, retentionIn, shown } from './retention.js';

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
  /** When it was written, in milliseconds. */
  readonly at: number;
}

export type Written =
  | { readonly is: 'written'; readonly last: Kept; readonly again: boolean }
  | { readonly is: 'conflict'; readonly actual: bigint | undefined };

/** Positions are byte offsets in a real log, so neither dense nor from 0: https://docs.kurrent.io/server/v25.0/features/streams.html */
const HEADER_BYTES = 120n;
const LAST_REVISION = 2n ** 63n - 1n;
const TIGHT = '{"$userStreamAcl":{"$d":"$admins","$mr":"$admins","$mw":"$admins"}}';

/** A log in memory with the rules of KurrentDB for one writer at a time. */
export class PeerLog {
  readonly #all: Kept[] = [];
  readonly #streams = new Map<string, Kept[]>();
  readonly #listeners = new Set<() => void>();
  readonly #closed = new Set<string>();
  #end = HEADER_BYTES;

  constructor(private readonly clock: () => number = () => Date.now()) {
    // $all holds the system's own events too: https://docs.kurrent.io/server/v25.0/features/streams.html#system-events-and-streams
    this.append('$users', 'none', [aSystemEvent('$UserCreated', '{}')]);
    // Set up as infra/kurrentdb says.
    this.append('$settings', 'none', [aSystemEvent('update-default-acl', TIGHT)]);
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
    const isBegunAgain = this.isBegunAgain(stream, expected);
    const isExpected = isBegunAgain || matches(held, expected);
    if (!isExpected) return { is: 'conflict', actual: held.at(-1)?.revision };
    const kept = events.map((event, index) => this.keep(stream, BigInt(held.length + index), event));
    this.#streams.set(stream, [...held, ...kept]);
    if (isBegunAgain) this.hideBefore(stream, held.length);
    return { is: 'written', last: this.tell(kept), again: false };
  }

  stream(name: string): readonly Kept[] | undefined {
    return this.#streams.get(name);
  }

  isClosed(stream: string): boolean {
    return this.#closed.has(stream);
  }

  /** What readers of a stream are shown of it. */
  shown(name: string): readonly Kept[] | 'missing' | 'closed' {
    if (this.isClosed(name)) return 'closed';
    const held = this.stream(name);
    const retention = this.retention(name);
    return !held || isDeleted(retention) ? 'missing' : shown(held, retention, this.clock());
  }

  /** Closes a stream for ever with a last record of its own (kurrentdb.md 6, row 17). */
  close(stream: string, last: Proposed): void {
    this.#closed.add(stream);
    this.tell([this.keep(stream, LAST_REVISION, last)]);
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

  /** What was before stays deleted: a write to a stream that was deleted softly sets its `$tb` to what it begins with (IndexWriter.cs). */
  private hideBefore(stream: string, revision: number): void {
    this.append(`$$${stream}`, 'any', [aSystemEvent('$metadata', `{"$tb":${String(revision)}}`)]);
  }

  private tell(kept: readonly Kept[]): Kept {
    const last = kept.at(-1);
    if (!last) throw new Error('nothing to append');
    for (const listener of [...this.#listeners]) listener();
    return last;
  }

  private isBegunAgain(stream: string, expected: Expected): boolean {
    return expected === 'none' && isDeleted(this.retention(stream));
  }

  private retention(stream: string) {
    return retentionIn(this.#streams.get(`$$${stream}`) ?? []);
  }

  private keep(stream: string, revision: bigint, event: Proposed): Kept {
    const kept = { ...event, stream, revision, position: this.#end, at: this.clock() };
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

const aSystemEvent = (type: string, data: string): Proposed => ({
  ...{ id: randomUUID(), type, contentType: 'application/json' },
  ...{ data: Buffer.from(data), metadata: Buffer.from('{}') },
});
