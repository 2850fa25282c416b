import {
  BACKWARDS,
  FORWARDS,
  NO_STREAM,
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
import { guardedStream, type Guardable } from './guarded-stream.js';
import { Connection } from './connection.js';
import { NoAnswer } from './errors.js';
import { faultOf, isClosed, unavailable } from './fault-of.js';
import type { Limits } from './limits.js';
import { forReaders, ofEnds, type Passed } from './subscription-filters.js';
import { Deadline, pauseBefore } from './within.js';

/** Where a read begins; a bigint in a stream is a revision. */
export type From<P> = P | 'start' | 'end';
export interface Reading<P> {
  readonly from: From<P>;
  readonly backwards?: boolean;
  readonly limit?: number | undefined;
  /** Tells what is so now: nothing is tried again. */
  readonly once?: boolean;
}

/** One event as the client gives it: parsed already, positions optional for old servers. */
export type Recorded = RecordedEvent | AllStreamRecordedEvent | JSONRecordedEvent;

type Client = Parameters<Parameters<Connection['open']>[0]>[0];
type EventStream = AsyncIterable<{ readonly event?: Recorded }> & Guardable & { cancel(): Promise<void> };

/** What is read and for how long. */
interface Read {
  readonly what: string;
  readonly open: (client: Client) => EventStream;
  readonly deadline: Deadline;
  readonly once?: boolean | undefined;
}

/**
 * The only place that calls the client. Every call goes to the leader and has a deadline of its own here beside the server's. A
 * read that fails is tried again for as long as it may take; a write is its caller's to try again.
 */
export class Calls {
  readonly #connection: Connection;
  readonly #credentials: Credentials;

  constructor(
    { url, credentials }: Address,
    private readonly limits: Pick<Limits, 'callMs' | 'readMs' | 'pauseMs' | 'longestPauseMs'>,
  ) {
    this.#connection = new Connection(url, limits);
    this.#credentials = credentials;
  }

  /** Appends to a stream that holds exactly `expected` events; the place of the last one, as far as the server tells it. */
  async append(stream: string, expected: bigint, events: EventData[], deadline: Deadline): Promise<AppendResult> {
    const ms = this.patience(deadline);
    const expectedRevision: AppendExpectedRevision = expected === 0n ? NO_STREAM : expected - 1n;
    const options = { ...this.common(), expectedRevision, deadline: Math.max(1, ms) };
    return this.#connection.call(ms, `append to ${stream}`, (client) => client.appendToStream(stream, events, options));
  }

  /** The events of a stream; none when there is no such stream. Throws LogUnavailable or LogRefused. */
  async readStream(stream: string, reading: Reading<bigint>, deadline = this.forReading()) {
    const options = { ...this.optionsOf(reading), fromRevision: reading.from };
    const open = (client: Client) => client.readStream(stream, options);
    try {
      return await this.read({ what: `read ${stream}`, open, deadline, once: reading.once });
    } catch (error) {
      if (faultOf(error) === 'missing') return [];
      throw error;
    }
  }

  /**
   * Up to `limit` events of the whole log: forwards from a position on, or backwards before it. Throws LogUnavailable,
   * LogRefused, or the server's word for a position where no event begins.
   */
  readAll(reading: Reading<Position>): Promise<readonly Recorded[]> {
    const options = { ...this.optionsOf(reading), fromPosition: reading.from };
    const open = (client: Client) => client.readAll(options);
    return this.read({ what: 'read the log', open, deadline: this.forReading() });
  }

  /** What comes after a position (exclusive), of the streams that are for readers. `passed` is told checkpoints. */
  subscribe(from: From<Position>, passed: Passed): Promise<AllStreamSubscription> {
    return this.subscribed(from, forReaders(passed));
  }

  /** The same of what is said about the life of streams, in the log of all of them. */
  subscribeToEnds(from: From<Position>, passed: Passed): Promise<AllStreamSubscription> {
    return this.subscribed(from, ofEnds(passed));
  }

  /** What there is for readers after a position (exclusive), to be read at one's own pace. */
  readAlong(from: Position): Promise<AllStreamSubscription> {
    const filter = forReaders(() => undefined);
    return this.#connection.openToRead((client) =>
      client.subscribeToAll({ ...this.common(), fromPosition: from, filter }),
    );
  }

  /** Ends what is still being read. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  private subscribed(from: From<Position>, filter: Filter): Promise<AllStreamSubscription> {
    return this.#connection.open((client) => client.subscribeToAll({ ...this.common(), fromPosition: from, filter }));
  }

  private common() {
    return { credentials: this.#credentials, requiresLeader: true };
  }

  private forReading(): Deadline {
    return new Deadline(this.limits.readMs);
  }

  private patience(deadline: Deadline): number {
    return Math.min(this.limits.callMs, deadline.left);
  }

  private optionsOf({ backwards, limit }: Reading<unknown>) {
    const direction: Direction = backwards ? BACKWARDS : FORWARDS;
    return { ...this.common(), direction, ...(limit !== undefined && { maxCount: limit }) };
  }

  private async read(one: Read): Promise<readonly Recorded[]> {
    let why: unknown;
    for (let tries = 0; ; tries++) {
      await pauseBefore(tries, this.limits, one.deadline);
      try {
        return await this.readOnce(one);
      } catch (error) {
        if (isAnswer(error)) throw error;
        // That time ran out in the end says less than what came before it.
        if (why === undefined || !(error instanceof NoAnswer)) why = error;
        if (isOver(one, error)) throw unavailable(why);
      }
    }
  }

  private async readOnce({ what, open, deadline }: Read): Promise<readonly Recorded[]> {
    let stream: EventStream | undefined;
    try {
      return await this.#connection.call(this.patience(deadline), what, (client) => {
        stream = guardedStream(open(client));
        return this.all(stream);
      });
    } catch (error) {
      // It may be stuck in connecting, and then there is nothing to cancel yet.
      void stream?.cancel().catch(() => undefined);
      throw error;
    }
  }

  private async all(stream: EventStream): Promise<readonly Recorded[]> {
    const events: Recorded[] = [];
    for await (const { event } of stream) {
      this.#connection.heard();
      if (event) events.push(event);
    }
    return events;
  }
}

/** There is nothing at the place, or the stream was closed: asking again changes nothing. */
const isAnswer = (error: unknown): boolean => faultOf(error) === 'missing' || isClosed(error);

const isOver = ({ once, deadline }: Read, error: unknown): boolean =>
  once === true || deadline.left === 0 || faultOf(error) === 'refused';
