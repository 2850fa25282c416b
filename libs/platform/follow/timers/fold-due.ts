import { decode, evolve, type AnyTimer, type Id } from '#kernel';
import { UnreadableEvent, type EventStore, type UnreadEvent } from '#platform/event-store';
import { parkAt } from '../fold/select-events.js';
import { inOrder } from '../loop/in-order.js';
import type { Parked } from '../loop/parked.js';
import type { DueRow, RowKey } from './due-row.js';
import { changesBy } from './timer-rows.js';

/** What some events left of the rows of a timer, and the streams of which it could not be found out. */
export interface FoldedDue {
  readonly set: readonly DueRow[];
  readonly cancelled: readonly RowKey[];
  readonly parked: readonly Parked[];
}

/** How many streams are read at the same time. */
const AT_ONCE = 16;

/** Folds the events of a timer, which must concern it, in the order of the log. How they are divided into batches changes nothing. */
export const foldDue = async (
  timer: AnyTimer,
  unread: readonly UnreadEvent[],
  events: Pick<EventStore, 'readStream'>,
): Promise<FoldedDue> => {
  const streams = new Map<Id, UnreadEvent[]>();
  for (const event of unread) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  const folded: FoldedDue[] = [];
  const chains = [...streams.values()].map((own) => [
    async () => void folded.push(await foldStream(timer, own, events)),
  ]);
  await inOrder(chains, AT_ONCE);
  return {
    set: folded.flatMap(({ set }) => set),
    cancelled: folded.flatMap(({ cancelled }) => cancelled),
    parked: folded.flatMap(({ parked }) => parked),
  };
};

/** Something of the event or of the timer, that no machine can mend. */
class CannotFold extends Error {
  override readonly name = 'CannotFold';
}

/** The state of each event's stream is folded up to and with the event. What throws is where the stream waits; before it all holds. */
const foldStream = async (
  timer: AnyTimer,
  own: readonly UnreadEvent[],
  events: Pick<EventStore, 'readStream'>,
): Promise<FoldedDue> => {
  const now = new StreamNow(timer, events);
  for (const event of own) {
    try {
      await now.add(event);
    } catch (error) {
      if (!(error instanceof CannotFold)) throw error;
      return { ...now.folded, parked: [parkAt(timer.name, event, error.cause)] };
    }
  }
  return now.folded;
};

/** One stream while its events are folded. */
class StreamNow {
  #state: unknown;
  #next = 0n;
  readonly #set = new Map<string, DueRow>();
  readonly #cancelled = new Map<string, RowKey>();

  constructor(
    private readonly timer: AnyTimer,
    private readonly events: Pick<EventStore, 'readStream'>,
  ) {
    this.#state = timer.of.initial;
  }

  get folded(): FoldedDue {
    return { set: [...this.#set.values()], cancelled: [...this.#cancelled.values()], parked: [] };
  }

  async add(unread: UnreadEvent): Promise<void> {
    const { of } = this.timer;
    const event = await foldable(() => unread.read());
    const range = { from: this.#next, limit: Number(event.revision - this.#next) + 1 };
    const history = await this.events.readStream(event.stream, range).catch(onlyUnreadable);
    const changes = await foldable(() => {
      for (const each of history) this.#state = evolve(of, this.#state, decode(of.events, each), each);
      return changesBy(this.timer, event, decode(of.events, event), this.#state);
    });
    this.#next = event.revision + 1n;
    for (const key of changes.cancelled) this.cancel({ stream: event.stream, key });
    for (const row of changes.set) this.set(row);
  }

  private cancel(row: RowKey): void {
    this.#set.delete(row.key);
    this.#cancelled.set(row.key, row);
  }

  private set(row: DueRow): void {
    this.#cancelled.delete(row.key);
    this.#set.set(row.key, row);
  }
}

const foldable = async <T>(fold: () => T): Promise<T> => {
  try {
    return await Promise.resolve(fold());
  } catch (error) {
    throw new CannotFold('an event cannot be folded', { cause: error });
  }
};

const onlyUnreadable = (error: unknown): never => {
  throw error instanceof UnreadableEvent ? new CannotFold('a history cannot be read', { cause: error }) : error;
};
