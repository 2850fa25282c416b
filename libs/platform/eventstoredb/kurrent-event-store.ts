import type { Id, Text } from '#kernel';
import {
  AppendSignal,
  isBeyond,
  prepare,
  Unread,
  type After,
  type Append,
  type Appended,
  type Damage,
  type EventStore,
  type ReadAll,
  type ReadStream,
  type StoredEvent,
  type TestClock,
  type UnreadEvent,
} from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';
import { readAddress } from './address.js';
import { Admission } from './admission.js';
import { Appending } from './append.js';
import { Calls } from './calls.js';
import { Claims } from './claims.js';
import { FirstLook } from './first-look.js';
import { logIdentity } from './identity.js';
import { LIMITS, type Limits } from './limits.js';
import { LogDamages } from './log-damages.js';
import { LogReader } from './log-reader.js';
import { OwnClock } from './own-clock.js';
import { patienceOf } from './patience.js';
import { ReadAlongs } from './read-alongs.js';
import { RecordingClock } from './recording-clock.js';
import { eventOf } from './stored.js';
import { StreamReader } from './stream-reader.js';
import { Tail } from './tail.js';
import { TimeMarks } from './time-marks.js';
import { Turns } from './turns.js';
import { Deadline } from './within.js';

export interface KurrentOptions {
  readonly clock?: () => Date;
  readonly limits?: Partial<Limits>;
}

/** How long a reader sleeps at most. */
const PATIENCE_MS = 1_000;

/**
 * The log in KurrentDB, which was EventStoreDB: positions are the server's own, in the order of the log and with gaps. One
 * for each process: the client shares state between its instances.
 */
export class KurrentEventStore implements EventStore {
  /** How long it is waited for, for the operator. */
  readonly patience: Text;
  readonly #limits: Limits;
  readonly #calls: Calls;
  readonly #damages = new LogDamages();
  readonly #alongs: ReadAlongs;
  readonly #log: LogReader;
  readonly #marks: TimeMarks;
  readonly #clock: RecordingClock;
  readonly #appending: Appending;
  readonly #admission: Admission;
  readonly #growth = new AppendSignal();
  readonly #tail: Tail;
  /** Hears from the start of the log on what is said of the life of streams; begun by whoever asks about damage. */
  readonly #ends: Tail;
  /** Tries of one command wait for each other, so that exactly one of them writes. */
  readonly #commands = new Turns();
  #identity: Promise<string> | undefined;
  readonly #look: FirstLook;
  readonly #own: OwnClock;

  /** Connects when it is first used. Throws BadAddress for a connection string that it will not use. */
  constructor(url: string, { clock = () => new Date(), limits = {} }: KurrentOptions = {}) {
    this.#limits = { ...LIMITS, ...limits };
    const address = readAddress(url);
    this.patience = patienceOf(this.#limits, address.settings);
    this.#calls = new Calls(address, this.#limits);
    const claims = new Claims(this.#calls, this.#limits);
    const damages = this.#damages;
    const reader = new StreamReader(this.#calls, damages);
    this.#alongs = new ReadAlongs((from) => this.#calls.readAlong(from), this.#limits);
    this.#log = new LogReader(this.#calls, claims, reader, damages, this.#alongs);
    this.#marks = new TimeMarks(this.#calls, this.#log, this.#limits);
    this.#own = new OwnClock({ calls: this.#calls, real: clock, head: () => this.head() });
    this.#clock = new RecordingClock(this.#own.now);
    this.#look = new FirstLook({ log: this.#log, clock: this.#clock, own: this.#own });
    const parts = { calls: this.#calls, limits: this.#limits };
    this.#appending = new Appending({ ...parts, claims, reader, clock: this.#clock, damages });
    this.#admission = new Admission(this.#limits);
    this.#tail = new Tail({
      ...parts,
      seen: (position) => this.#growth.announce(position),
      look: () => this.head(),
    });
    this.#ends = new Tail({
      ...parts,
      calls: { subscribe: (from, passed) => this.#calls.subscribeToEnds(from, passed) },
      from: 'start',
      seen: (_, event) => event && damages.told(event),
      look: () => Promise.resolve('start'),
    });
  }

  async append(append: Append): Promise<Appended> {
    const prepared = prepare(append);
    const appended = await this.#admission.run(prepared.bytes, () =>
      this.#commands.take(prepared.commandKey, async () => {
        const deadline = new Deadline(this.#limits.appendMs);
        await this.#look.before(append.occasion.occurredAt, deadline);
        return this.#appending.append(prepared, deadline);
      }),
    );
    this.#growth.announce(appended.position);
    if (!appended.repeated) this.#marks.note(appended.position, this.#clock.time);
    return appended;
  }

  async readStream(stream: Id, range?: ReadStream): Promise<readonly StoredEvent[]> {
    return (await this.#log.stream(stream, range)).map(this.event);
  }

  async readAll(range: ReadAll): Promise<readonly StoredEvent[]> {
    return (await this.#log.all(range)).map(this.event);
  }

  async scan(range: ReadAll): Promise<readonly UnreadEvent[]> {
    return (await this.#log.all(range)).map(this.unread);
  }

  async latest(limit: number): Promise<readonly StoredEvent[]> {
    return (await this.#log.latest(limit)).map(this.event);
  }

  answerTo(command: Parameters<EventStore['answerTo']>[0]): ReturnType<EventStore['answerTo']> {
    return this.#log.answerTo(command);
  }

  head(): Promise<After> {
    return this.#log.head();
  }

  async positionAt(recordedAt: string): Promise<After> {
    const instant = new Date(recordedAt).toISOString();
    return (await this.#marks.before(instant))?.position ?? 'start';
  }

  async recordedAt(position: bigint): Promise<string | undefined> {
    return (await this.#log.at(position))?.recordedAt;
  }

  damages(): readonly Damage[] {
    this.#ends.start();
    return this.#damages.known.all;
  }

  identity(): Promise<string> {
    this.#identity ??= logIdentity(this.#calls, this.#limits).catch((error: unknown) => {
      this.#identity = undefined;
      throw error;
    });
    return this.#identity;
  }

  async testClock(): Promise<TestClock | undefined> {
    return (await this.#own.find(this.#clock.time))?.reading();
  }

  /** Woken by a subscription; when that is silent, the log is looked at, and a subscription that missed something is opened anew. */
  async grown(after: After, signal: AbortSignal): Promise<void> {
    this.#tail.start();
    if ((await this.#growth.beyond(after, signal, PATIENCE_MS)) || signal.aborted) return;
    const head = await this.head().catch((): After => 'start');
    if (!isBeyond(head, after) || head === 'start') return;
    this.#tail.suspect();
    this.#growth.announce(head);
  }

  /** Lets what was taken be written, then leaves the log. */
  async close(): Promise<void> {
    this.#tail.close();
    this.#ends.close();
    this.#alongs.close();
    await this.#admission.close();
    await this.#calls.close();
  }

  private readonly event = (record: LogRecord): StoredEvent => {
    this.#clock.observe(record.recordedAt);
    return eventOf(record);
  };

  private readonly unread = (record: LogRecord): UnreadEvent => {
    const { position, stream, type, entry, payload } = record;
    this.#clock.observe(record.recordedAt);
    return new Unread(position, stream, type, entry.length + payload.length, () => eventOf(record));
  };
}
