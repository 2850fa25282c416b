import { randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import { storedEvent } from './stored-event.js';
import { BasisChanged, CommandReused, WrongVersion } from './errors.js';
import type {
  After,
  Append,
  Appended,
  EventStore,
  ReadAll,
  ReadStream,
  StoredEvent,
  UnreadEvent,
} from './event-store.js';
import { AppendSignal } from './append-signal.js';
import { commandKey } from './identity.js';
import { prepare, type Prepared } from './prepare.js';
import { RunningTestClock, type TestClock } from './test-clock.js';
import { Unread } from './unread-event.js';

interface Row {
  readonly position: bigint;
  readonly eventId: string;
  readonly stream: Id;
  readonly type: string;
  readonly recordedAt: string;
  readonly entry: string;
  readonly payload: string;
}

interface Answer extends Appended {
  readonly commandHash: string;
}

const PATIENCE_MS = 1_000;

/** The log in memory, for specs and for trying things out: the same promises, nothing kept. */
export class MemoryEventStore implements EventStore {
  readonly #rows: Row[] = [];
  readonly #streams = new Map<Id, Row[]>();
  readonly #answers = new Map<string, Answer>();
  readonly #growth = new AppendSignal();
  readonly #identity = randomUUID();

  readonly #test: RunningTestClock | undefined;

  /** A log of stories and trials when `testFrom` says when its clock begins. */
  constructor(
    private readonly clock: () => Date = () => new Date(),
    { testFrom }: { readonly testFrom?: string } = {},
  ) {
    this.#test = testFrom === undefined ? undefined : new RunningTestClock(testFrom, clock);
  }

  // Nothing here waits: every append is one step of the event loop, and so is its own transaction.
  // eslint-disable-next-line @typescript-eslint/require-await -- a throw has to become a rejection
  async append(append: Append): Promise<Appended> {
    const prepared = prepare(append);
    const earlier = this.#answers.get(prepared.commandKey);
    if (earlier) return repeated(earlier, prepared);
    const stream = this.#streams.get(prepared.stream) ?? [];
    const actual = BigInt(stream.length);
    if (actual !== prepared.expected) throw new WrongVersion(prepared.stream, prepared.expected, actual);
    if (this.hasChanged(prepared)) throw new BasisChanged(prepared.stream);
    this.#test?.runTo(append.occasion.occurredAt);
    const rows = this.rows(prepared);
    this.#rows.push(...rows);
    this.#streams.set(prepared.stream, [...stream, ...rows]);
    const position = BigInt(this.#rows.length - 1);
    const revision = actual + BigInt(rows.length - 1);
    const events = rows.map(({ eventId, type, position }) => ({ eventId, type, position }));
    const answer = { stream: prepared.stream, revision, position, events, repeated: false };
    this.#answers.set(prepared.commandKey, { ...answer, commandHash: prepared.commandHash });
    this.#growth.announce(position);
    return answer;
  }

  async readStream(stream: Id, range: ReadStream = {}): Promise<readonly StoredEvent[]> {
    const rows = this.#streams.get(stream) ?? [];
    const from = Number(range.from ?? (range.backwards ? rows.length - 1 : 0));
    const chosen = range.backwards ? rows.slice(0, from + 1).reverse() : rows.slice(from);
    return Promise.resolve(chosen.slice(0, range.limit).map(read));
  }

  async readAll(range: ReadAll): Promise<readonly StoredEvent[]> {
    return Promise.resolve(this.rowsIn(range).map(read));
  }

  async scan(range: ReadAll): Promise<readonly UnreadEvent[]> {
    return Promise.resolve(this.rowsIn(range).map(unread));
  }

  async latest(limit: number): Promise<readonly StoredEvent[]> {
    return Promise.resolve(this.#rows.slice(-limit).map(read));
  }

  async answerTo(command: Parameters<EventStore['answerTo']>[0]) {
    const answer = this.#answers.get(commandKey(command));
    return Promise.resolve(answer && { ...answer, repeated: true });
  }

  async head(): Promise<After> {
    return Promise.resolve(this.#rows.at(-1)?.position ?? 'start');
  }

  async positionAt(recordedAt: string): Promise<After> {
    const instant = new Date(recordedAt).toISOString();
    return Promise.resolve(this.#rows.findLast((row) => row.recordedAt <= instant)?.position ?? 'start');
  }

  async recordedAt(position: bigint): Promise<string | undefined> {
    return Promise.resolve(this.#rows.find((row) => row.position === position)?.recordedAt);
  }

  /** What is in memory cannot be taken away by others. */
  damages(): readonly [] {
    return [];
  }

  async identity(): Promise<string> {
    return Promise.resolve(this.#identity);
  }

  async testClock(): Promise<TestClock | undefined> {
    return Promise.resolve(this.#test?.reading());
  }

  async grown(after: After, signal: AbortSignal): Promise<void> {
    await this.#growth.beyond(after, signal, PATIENCE_MS);
  }

  private hasChanged({ reliesOn }: Prepared): boolean {
    return reliesOn.some(({ stream, events }) => BigInt(this.#streams.get(stream)?.length ?? 0) !== events);
  }

  private rowsIn({ after, limit }: ReadAll): readonly Row[] {
    const from = after === 'start' ? 0 : Number(after) + 1;
    return this.#rows.slice(from, from + limit);
  }

  private rows({ stream, events }: Prepared): Row[] {
    const last = this.#rows.at(-1)?.recordedAt ?? '';
    const now = (this.#test?.now() ?? this.clock()).toISOString();
    const recordedAt = now > last ? now : last;
    return events.map(({ eventId, type, payload, before, after }, index) => ({
      ...{ position: BigInt(this.#rows.length + index), eventId, stream, type, recordedAt },
      ...{ payload: payload.toString(), entry: `${before}${recordedAt}${after}` },
    }));
  }
}

const read = ({ position, entry, payload }: Row): StoredEvent => storedEvent(position, entry, payload);

const unread = (row: Row): UnreadEvent =>
  new Unread(row.position, row.stream, row.type, row.entry.length + row.payload.length, () => read(row));

const repeated = ({ commandHash, ...answer }: Answer, asked: Prepared): Appended => {
  if (commandHash !== asked.commandHash) throw new CommandReused(asked.commandId);
  return { ...answer, repeated: true };
};
