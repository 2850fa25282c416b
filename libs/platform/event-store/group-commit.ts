import { Overloaded } from './errors.js';
import { takeBatch, type Batchable, type BatchLimits } from './take-batch.js';

export interface GroupCommitOptions<A, R> {
  /** Writes a batch as a whole or not at all, and answers each append in the same order. Repeating it must be harmless. */
  readonly write: (batch: readonly A[]) => Promise<readonly R[]>;
  /** Whether an error is about what was asked, so that nothing of it was written; otherwise it is about the machine. */
  readonly isOwnFault: (error: unknown) => boolean;
  readonly batch: BatchLimits;
  /** How many appends, and how many bytes of them, may wait. */
  readonly waiting: { readonly appends: number; readonly bytes: number };
}

interface Waiting<A, R> extends Batchable {
  readonly append: A;
  readonly resolve: (answer: R) => void;
  readonly reject: (error: unknown) => void;
}

/** Two batches are on their way: while the log writes one, the other one is already there when it is done. */
const IN_FLIGHT = 2;
/** From so many appends on, two batches at half the size are quicker: this process and the log then work at the same time. */
const WORTH_HALVING = 8;

/**
 * Writes appends in batches: while batches are being written the next one collects, without a timer. A batch that fails is tried
 * again append by append, so that a bad one cannot refuse its neighbours. The same second try settles a batch whose connection
 * was lost, because repeating a command answers as the first time; when it fails too, the rest is not tried.
 */
export class GroupCommit<A extends Batchable, R> {
  readonly #options: GroupCommitOptions<A, R>;
  #queue: Waiting<A, R>[] = [];
  #bytes = 0;
  #filling: Promise<void> | undefined;
  readonly #writing = new Set<Promise<void>>();
  #closed = false;

  constructor(options: GroupCommitOptions<A, R>) {
    this.#options = options;
  }

  /** The append's own answer, or the error of its own try. Throws Overloaded when too much is waiting, or after `close`. */
  submit(append: A): Promise<R> {
    const { appends, bytes } = this.#options.waiting;
    if (this.#closed || this.#queue.length >= appends || this.#bytes + append.bytes > bytes) {
      return Promise.reject(new Overloaded(this.#queue.length));
    }
    return new Promise<R>((resolve, reject) => {
      const { stream, commandKey, events } = append;
      this.#queue.push({ append, resolve, reject, stream, commandKey, events, bytes: append.bytes });
      this.#bytes += append.bytes;
      this.go();
    });
  }

  /** Takes nothing more, and resolves when everything that was taken is answered. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#filling ?? this.#writing.size > 0) await Promise.all([this.#filling, ...this.#writing]);
  }

  private go(): void {
    if (this.#queue.length > 0 && this.#writing.size < IN_FLIGHT) this.#filling ??= this.fill();
  }

  private async fill(): Promise<void> {
    // One turn of the event loop lets everybody who comes at the same moment, or was just answered, join the same batch.
    await new Promise(setImmediate);
    this.#filling = undefined;
    while (this.#queue.length > 0 && this.#writing.size < IN_FLIGHT) {
      const writing = this.settle(this.take()).then(() => {
        this.#writing.delete(writing);
        this.go();
      });
      this.#writing.add(writing);
    }
  }

  private take(): readonly Waiting<A, R>[] {
    const waiting = this.#queue.length;
    const halve = this.#writing.size === 0 && waiting >= WORTH_HALVING;
    const limits = { ...this.#options.batch, appends: halve ? Math.ceil(waiting / 2) : waiting };
    const { batch, rest } = takeBatch(this.#queue, limits);
    this.#queue = rest;
    for (const { bytes } of batch) this.#bytes -= bytes;
    return batch;
  }

  private async settle(batch: readonly Waiting<A, R>[]): Promise<void> {
    try {
      await this.write(batch);
    } catch (error) {
      if (batch.length === 1 && this.#options.isOwnFault(error)) batch[0]?.reject(error);
      else await this.oneByOne(batch);
    }
  }

  private async oneByOne(batch: readonly Waiting<A, R>[]): Promise<void> {
    for (const [index, waiting] of batch.entries()) {
      try {
        await this.write([waiting]);
      } catch (error) {
        const isOwnFault = this.#options.isOwnFault(error);
        const failed = isOwnFault ? [waiting] : batch.slice(index);
        for (const { reject } of failed) reject(error);
        if (!isOwnFault) return;
      }
    }
  }

  private async write(batch: readonly Waiting<A, R>[]): Promise<void> {
    const answers = await this.#options.write(batch.map(({ append }) => append));
    if (answers.length !== batch.length) throw new Error('the log did not answer every append of a batch');
    answers.forEach((answer, index) => batch[index]?.resolve(answer));
  }
}
