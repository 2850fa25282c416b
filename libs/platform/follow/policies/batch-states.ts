import type { AnyPolicy, Id } from '#kernel';
import type { EventStore, StoredEvent, UnreadEvent } from '#platform/event-store';
import { LRUCache } from 'lru-cache';
import { inOrder } from '../loop/in-order.js';
import { concerns } from './reaction.js';
import { StreamInBatch, type Standing } from './stream-in-batch.js';

/** How many streams are read at the same time, and of how many it is remembered how they stood. */
const AT_ONCE = 16;
const STREAMS = 500;

/**
 * The states of streams right after their events, for one policy that follows the log. The events of a batch are folded as the log brought
 * them; what a stream held before is read once a batch at most, several streams at the same time, and not at all where it is remembered.
 * Where anything is in the way, whoever asks reads the stream up to the event and hears what it is.
 */
export class BatchStates {
  readonly #seen = new LRUCache<Id, Standing>({ max: STREAMS });
  #streams = new Map<Id, StreamInBatch>();

  constructor(
    private readonly policy: AnyPolicy,
    private readonly log: Pick<EventStore, 'readStream'>,
  ) {}

  /** Begins to read what the streams of these events held before them, in the order in which they will be asked for. */
  begin(batch: readonly UnreadEvent[], isHeld: (stream: Id) => boolean): void {
    this.#streams = new Map();
    for (const event of batch) {
      const { stream } = event;
      if (concerns(this.policy, event) && !isHeld(stream))
        this.#streams.set(stream, new StreamInBatch(this.policy, stream));
    }
    for (const event of batch) this.#streams.get(event.stream)?.bring(event);
    const chains = [...this.#streams.values()].map((one) => [() => one.begin(this.#seen.get(one.stream), this.log)]);
    void inOrder(chains, AT_ONCE);
  }

  /** The state of its stream right after an event of the batch. Undefined when it has to be read. */
  async after({ stream, revision }: StoredEvent): Promise<Standing | undefined> {
    const standing = await this.#streams.get(stream)?.after(revision);
    if (standing) this.#seen.set(stream, standing);
    else this.#seen.delete(stream);
    return standing;
  }
}
