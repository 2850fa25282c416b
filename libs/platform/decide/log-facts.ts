import type { ClaimKey, Foldable, Id, LaidClaim, StateSource } from '#kernel';
import { claimId, claimStream, standingIn, type Laid } from '#platform/claims';
import type { EventStore, Relied, StoredEvent } from '#platform/event-store';
import { minutesAfter } from '#time';
import { StreamCompany } from './stream-company.js';
import { StreamStates } from './stream-states.js';

type Events = Promise<readonly StoredEvent[]>;

/** By then whoever laid a claim has recorded what it was for, or never will: a process that was killed in between. */
const LAPSES_AFTER_MINUTES = 10;

/**
 * Facts read from the log itself for one decision, so that it never rests on a view that is behind. What earlier decisions went on to
 * read is read along at once, of streams that whoever decides sees: each wait for the log is one more for whoever asks, and none of
 * what they do not see may cost more than what is not there (T19).
 */
export class LogFacts implements StateSource {
  #seen: bigint | undefined;
  readonly #reads = new Map<Id, Events>();
  /** What was handed out so far. */
  readonly #known = new Map<Id, readonly StoredEvent[]>();

  constructor(
    private readonly store: Pick<EventStore, 'readStream'>,
    private readonly states = new StreamStates(),
    private readonly company: StreamCompany | 'none' = new StreamCompany(),
    private readonly now = '',
  ) {}

  /** How many events the stream of a claim held when it was read. */
  readonly claimed = new Map<Id, bigint>();

  /** The position of the newest event of other streams that was read; undefined when none was. */
  get seen(): bigint | undefined {
    return this.#seen;
  }

  async state<S>(of: Foldable<S>, stream: Id): Promise<S> {
    const events = await this.events(stream);
    const last = events.at(-1)?.position;
    if (last !== undefined && (this.#seen === undefined || last > this.#seen)) this.#seen = last;
    return this.fold(of, stream, events);
  }

  /** The events of a stream as they were when this decision first came upon it. */
  events(stream: Id): Events {
    const begun = this.#reads.get(stream);
    if (begun) return begun;
    if (this.company !== 'none') this.learn(stream, this.company);
    return this.begin(stream);
  }

  shown(stream: Id): void {
    if (this.company === 'none') return;
    for (const next of this.company.of(stream)) if (!this.#reads.has(next)) void this.begin(next);
  }

  /** What these events, all of a stream, leave behind. */
  fold<S>(of: Foldable<S>, stream: Id, events: readonly StoredEvent[]): S {
    this.#known.set(stream, events);
    return this.states.fold(of, stream, events);
  }

  /** How many events these streams held when they were read. */
  relied(streams: Iterable<Id>): Promise<readonly Relied[]> {
    return Promise.all(
      [...streams].map(async (stream) => ({ stream, events: BigInt((await this.events(stream)).length) })),
    );
  }

  private begin(stream: Id): Events {
    const reading = this.store.readStream(stream);
    // Whoever asks hears of a failure; of what was read ahead, perhaps nobody.
    reading.catch(() => undefined);
    this.#reads.set(stream, reading);
    return reading;
  }

  /** Finds out what led here; not often, because from then on it is read along. */
  private learn(stream: Id, company: StreamCompany): void {
    for (const [from, events] of this.#known) {
      if (events.some(({ data }) => JSON.stringify(data).includes(stream))) company.note(from, stream);
    }
  }

  async claims(key: ClaimKey): Promise<readonly LaidClaim[]> {
    const stream = claimId(key);
    const events = await this.events(stream);
    this.claimed.set(stream, BigInt(events.length));
    const laid = this.states.fold(claimStream, stream, events);
    const found = await Promise.all(laid.map((claim) => this.standing(claim)));
    return standingIn(found.flat());
  }

  /**
   * A claim stands for what it was laid for once that is recorded, and for a while before. What is recorded happened when its claim was
   * laid for, in the place that was free then: anything else there means that nothing came of it.
   */
  private async standing({ expected, recordedAt, ...claim }: Laid): Promise<readonly LaidClaim[]> {
    const events = await this.events(claim.by);
    const underWay = events.length <= expected && this.now < minutesAfter(recordedAt, LAPSES_AFTER_MINUTES);
    return underWay || events[expected]?.occurredAt === claim.occurredAt ? [{ ...claim, underWay }] : [];
  }
}
