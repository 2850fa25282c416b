import type { Id } from '#kernel';
import {
  BasisChanged,
  CommandReused,
  GroupCommit,
  KnownDamages,
  OutcomeUnknown,
  prepare,
  WrongVersion,
  type After,
  type Append,
  type Appended,
  type Damage,
  type EventStore,
  type Prepared,
  type ReadAll,
  type ReadStream,
  type StoredEvent,
  type TestClock,
  type UnreadEvent,
} from '#platform/event-store';
import { DatabaseError, type Pool } from 'pg';
import type { Answer } from './append-batch.js';
import { AppendWriter } from './append-writer.js';
import { LogGrowth } from './log-growth.js';
import { LogReader } from './log-reader.js';
import { openPool } from '../connect/pool.js';
import type { Settings } from '../connect/session.js';
import { ReadTogether } from './read-together.js';
import { databaseErrorOf, wroteNothing } from '../connect/database-errors.js';

const BATCH = { events: 512, bytes: 8 * 1024 * 1024 };
const WAITING = { appends: 4_096, bytes: 64 * 1024 * 1024 };
const READERS = 8;

/** The log in PostgreSQL: group commit through one append function, positions dense and in the order of commits. */
export class PostgresEventStore implements EventStore {
  readonly #writer: AppendWriter;
  readonly #readers: Pool;
  readonly #log: LogReader;
  readonly #together: ReadTogether;
  readonly #damages = new KnownDamages();
  readonly #growth = new LogGrowth(() => this.head());
  readonly #group: GroupCommit<Prepared, Answer>;
  /** Appends of which a try ended without an answer: they may be in the log, or still get there. */
  readonly #lost = new WeakSet<Prepared>();

  /** Connects when it is first used; the URL is that of the application's role. The settings are those of the connection that writes. */
  constructor(url: string, plans?: Settings) {
    this.#writer = new AppendWriter(url, plans);
    this.#readers = openPool({ url, name: 'read', max: READERS });
    this.#log = new LogReader(this.#readers);
    this.#together = new ReadTogether(this.#readers);
    const write = (batch: readonly Prepared[]) => this.write(batch);
    this.#group = new GroupCommit({ write, isOwnFault, batch: BATCH, waiting: WAITING });
  }

  async append(append: Append): Promise<Appended> {
    const prepared = prepare(append);
    const answer = await this.#group.submit(prepared).catch((error: unknown) => {
      throw this.#lost.has(prepared) ? new OutcomeUnknown(prepared.commandId, error) : databaseErrorOf(error);
    });
    if (answer.outcome === 'conflict') throw conflict(prepared, answer);
    if (answer.outcome === 'reused') throw new CommandReused(prepared.commandId);
    return answer.outcome === 'repeated' ? this.repeated(append) : appended(prepared, answer);
  }

  async readStream(stream: Id, range?: ReadStream): Promise<readonly StoredEvent[]> {
    const events = await (range ? this.#log.readStream(stream, range) : this.#together.read(stream));
    return this.#damages.whole(stream, range ?? {}, events);
  }

  damages(): readonly Damage[] {
    return this.#damages.all;
  }

  readAll(range: ReadAll): Promise<readonly StoredEvent[]> {
    return this.#log.readAll(range);
  }

  scan(range: ReadAll): Promise<readonly UnreadEvent[]> {
    return this.#log.scan(range);
  }

  latest(limit: number): Promise<readonly StoredEvent[]> {
    return this.#log.latest(limit);
  }

  answerTo(command: Parameters<EventStore['answerTo']>[0]): ReturnType<EventStore['answerTo']> {
    return this.#log.answerTo(command);
  }

  head(): Promise<After> {
    return this.#log.head();
  }

  recordedAt(position: bigint): Promise<string | undefined> {
    return this.#log.recordedAt(position);
  }

  positionAt(recordedAt: string): Promise<After> {
    return this.#log.positionAt(recordedAt);
  }

  identity(): Promise<string> {
    return this.#log.identity();
  }

  testClock(): Promise<TestClock | undefined> {
    return this.#log.testClock();
  }

  grown(after: After, signal: AbortSignal): Promise<void> {
    return this.#growth.beyond(after, signal);
  }

  /** Lets what was taken be written, then leaves the database. */
  async close(): Promise<void> {
    await this.#group.close();
    await Promise.all([this.#writer.close(), this.#readers.end()]);
  }

  private async write(batch: readonly Prepared[]): Promise<readonly Answer[]> {
    const answers = await this.#writer.write(batch).catch((error: unknown) => {
      if (!wroteNothing(error)) for (const append of batch) this.#lost.add(append);
      throw error;
    });
    for (const { position } of answers) this.#growth.announce(position ?? 'start');
    return answers;
  }

  private async repeated({ occasion }: Append): Promise<Appended> {
    const answer = await this.answerTo(occasion);
    if (!answer) throw new Error(`the log holds command ${occasion.commandId} but has no answer to it`);
    const { commandHash: _, ...appended } = answer;
    return appended;
  }
}

/** Error classes of the server that speak of the statement's own data: trying it again, or waiting, changes nothing. */
const OWN_FAULT = /^(22|23|42|P0)/;
const isOwnFault = (error: unknown): boolean => error instanceof DatabaseError && OWN_FAULT.test(error.code ?? '');

/** A stream that is as it was expected was not what stood against an append. */
const conflict = ({ stream, expected }: Prepared, { revision }: Answer): Error =>
  revision === expected ? new BasisChanged(stream) : new WrongVersion(stream, expected, revision);

const appended = ({ stream, events }: Prepared, { revision, position }: Answer): Appended => {
  if (position === undefined) throw new Error(`the log gave ${stream} no position`);
  const last = BigInt(events.length - 1);
  return {
    ...{ stream, revision: revision + last, position: position + last, repeated: false },
    events: events.map(({ eventId, type }, index) => ({ eventId, type, position: position + BigInt(index) })),
  };
};
