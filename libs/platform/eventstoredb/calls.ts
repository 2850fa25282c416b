import {
  BACKWARDS,
  eventTypeFilter,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type AppendExpectedRevision,
  type AppendResult,
  type Direction,
  type AllStreamSubscription,
  type Credentials,
  type EventData,
  type Filter,
  type JSONRecordedEvent,
  type Position,
  type RecordedEvent,
} from '@eventstore/db-client';
import type { Address } from './address.js';
import { faultOf } from './fault-of.js';
import type { Limits } from './limits.js';
import { within, type Deadline } from './within.js';

/** Where a read begins; a bigint in a stream is a revision. */
export type From<P> = P | 'start' | 'end';
export interface Reading<P> {
  readonly from: From<P>;
  readonly backwards?: boolean;
  readonly limit?: number | undefined;
}

/** One event as the client gives it: parsed already, positions optional for old servers. */
export type Recorded = RecordedEvent | AllStreamRecordedEvent | JSONRecordedEvent;

interface EventStream extends AsyncIterable<{ readonly event?: Recorded }> {
  cancel(): Promise<void>;
}

/** Every stream of the system begins with `$`, ours that are no business of readers with `_`. */
const READERS_STREAMS = '^[^$_]';
/** How the server and its tools write down that events of a stream are kept back, or that it ends. */
const ENDS = '^[$](metadata|streamDeleted)$';
/** A subscription tells where it is at least every so many events, also when none of them is for us. */
const CHECKPOINT_EVENTS = 1_000;

/**
 * The only place that calls the client. Every call goes to the leader, has a deadline of its own here beside the server's, and
 * begins in a turn of the event loop of its own: a call that begins while another one's failure closes the channel would throw
 * where nobody can catch it.
 */
export class Calls {
  readonly #client: EventStoreDBClient;
  readonly #credentials: Credentials;

  constructor(
    { url, credentials }: Address,
    private readonly limits: Pick<Limits, 'callMs'>,
  ) {
    this.#client = EventStoreDBClient.connectionString(url);
    this.#credentials = credentials;
  }

  /** Appends to a stream that holds exactly `expected` events; the place of the last one, as far as the server tells it. */
  async append(stream: string, expected: bigint, events: EventData[], deadline: Deadline): Promise<AppendResult> {
    const ms = this.patience(deadline);
    const expectedRevision: AppendExpectedRevision = expected === 0n ? NO_STREAM : expected - 1n;
    const options = { ...this.common(), expectedRevision, deadline: Math.max(1, ms) };
    const work = turn().then(() => this.#client.appendToStream(stream, events, options));
    return within(ms, `append to ${stream}`, work);
  }

  /** The events of a stream; none when there is no such stream. */
  async readStream(stream: string, { from, backwards, limit }: Reading<bigint>, deadline?: Deadline) {
    const direction: Direction = backwards ? BACKWARDS : FORWARDS;
    const options = {
      ...this.common(),
      direction,
      fromRevision: from,
      ...(limit !== undefined && { maxCount: limit }),
    };
    try {
      return await this.collect(`read ${stream}`, () => this.#client.readStream(stream, options), deadline);
    } catch (error) {
      if (faultOf(error) === 'missing') return [];
      throw error;
    }
  }

  /** Up to `limit` events of the whole log: forwards from a position on, or backwards before it. */
  async readAll({ from, backwards, limit }: Reading<Position>): Promise<readonly Recorded[]> {
    const direction: Direction = backwards ? BACKWARDS : FORWARDS;
    const options = {
      ...this.common(),
      direction,
      fromPosition: from,
      ...(limit !== undefined && { maxCount: limit }),
    };
    return this.collect('read the log', () => this.#client.readAll(options));
  }

  /** What comes after a position (exclusive), of the streams that are for readers. `passed` is told checkpoints. */
  subscribe(from: From<Position>, passed: Passed): Promise<AllStreamSubscription> {
    return this.subscribed(from, streamNameFilter({ regex: READERS_STREAMS, ...checkpoints(passed) }));
  }

  /** The same of what is said about the life of streams, in the log of all of them. */
  subscribeToEnds(from: From<Position>, passed: Passed): Promise<AllStreamSubscription> {
    return this.subscribed(from, eventTypeFilter({ regex: ENDS, ...checkpoints(passed) }));
  }

  /** Ends what is still being read. */
  async close(): Promise<void> {
    await within(this.limits.callMs, 'leave the log', this.#client.dispose()).catch(() => undefined);
  }

  private async subscribed(from: From<Position>, filter: Filter): Promise<AllStreamSubscription> {
    await turn();
    return this.#client.subscribeToAll({ ...this.common(), fromPosition: from, filter });
  }

  private common() {
    return { credentials: this.#credentials, requiresLeader: true };
  }

  private patience(deadline: Deadline | undefined): number {
    return Math.min(this.limits.callMs, deadline?.left ?? Infinity);
  }

  private async collect(what: string, open: () => EventStream, deadline?: Deadline): Promise<readonly Recorded[]> {
    await turn();
    const stream = open();
    try {
      return await within(this.patience(deadline), what, all(stream));
    } catch (error) {
      // It may be stuck in connecting, and then there is nothing to cancel yet.
      void stream.cancel().catch(() => undefined);
      throw error;
    }
  }
}

/** Told where a subscription is. */
export type Passed = (at: Position) => void;

const checkpoints = (passed: Passed) => ({
  maxSearchWindow: CHECKPOINT_EVENTS,
  checkpointInterval: 1,
  // A rejection here would end the subscription without a word (kurrentdb.md 2, row 6): nothing in it can fail.
  checkpointReached: (_: AllStreamSubscription, at: Position) => {
    passed(at);
  },
});

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

const all = async (stream: EventStream): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for await (const { event } of stream) if (event) events.push(event);
  return events;
};
