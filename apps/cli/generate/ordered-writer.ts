import type { Id } from '#kernel';
import type { After, Append, Appended, EventStore } from '#platform/event-store';

/** Enough that the log always has a batch waiting while it writes one, and less than it lets wait. */
const AT_ONCE = 1_536;

/**
 * Appends in the order given, many at once: the log keeps the order of what it is handed, as long as no stream is in it twice.
 * What was written is therefore always a beginning of what was to be written.
 */
export class OrderedWriter {
  readonly #inFlight = new Set<Id>();
  #written = 0;
  #reached: After = 'start';
  #wake: (() => void) | undefined;
  #failure: Error | undefined;

  constructor(private readonly log: Pick<EventStore, 'append'>) {}

  /** How many events are in the log by now. */
  get written(): number {
    return this.#written;
  }

  /** The position of the last event that is in the log by now. */
  get reached(): After {
    return this.#reached;
  }

  /** Resolves when the append has been handed to the log. Throws what an earlier one failed with. */
  async write(append: Append): Promise<void> {
    const { stream } = append;
    while (this.#inFlight.has(stream) || this.#inFlight.size >= AT_ONCE) await this.oneMore();
    this.check();
    this.#inFlight.add(stream);
    this.log.append(append).then(
      (appended) => this.done(append, appended),
      (error: unknown) => this.failed(error),
    );
  }

  /** Resolves when everything is in the log. */
  async end(): Promise<void> {
    while (this.#inFlight.size > 0) await this.oneMore();
    this.check();
  }

  private done({ stream, events }: Append, { position }: Appended): void {
    this.#inFlight.delete(stream);
    this.#written += events.length;
    if (this.#reached === 'start' || position > this.#reached) this.#reached = position;
    this.#wake?.();
  }

  private failed(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
    this.#wake?.();
  }

  private oneMore(): Promise<void> {
    this.check();
    return new Promise((resolve) => (this.#wake = resolve));
  }

  private check(): void {
    if (this.#failure) throw this.#failure;
  }
}
