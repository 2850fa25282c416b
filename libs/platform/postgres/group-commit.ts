import { Overloaded } from '#platform/event-store';
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

/** Tells each append of a batch what came of it. */
type Tell = () => void;

/**
 * Writes appends in batches: while one batch is being written the next one collects, without a timer. The next batch is sent
 * before those of the last one are told, so that this process and the server work at the same time. A batch that fails is tried
 * again append by append, so that a bad one cannot refuse its neighbours. The same second try settles a batch whose connection
 * was lost, because repeating a command answers as the first time; when it fails too, the rest is not tried.
 */
export class GroupCommit<A extends Batchable, R> {
  readonly #options: GroupCommitOptions<A, R>;
  #queue: Waiting<A, R>[] = [];
  #bytes = 0;
  #writing: Promise<void> | undefined;
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
      this.#writing ??= this.drain();
    });
  }

  /** Takes nothing more, and resolves when everything that was taken is answered. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
  }

  private async drain(): Promise<void> {
    // One turn of the event loop lets whatever came at the same moment join the first batch.
    await new Promise(setImmediate);
    let answered = 0;
    let tell: Tell | undefined;
    while (this.#queue.length > 0) {
      const batch = this.take(answered);
      const settling = this.settle(batch);
      tell?.();
      tell = await settling;
      answered = batch.length;
    }
    this.#writing = undefined;
    tell?.();
  }

  /**
   * The next batch. Those who were just answered are likely to come back: leaving half of the work for the batch that they will
   * be in keeps both in step, where otherwise all would end up in one batch and this process idle while it is written.
   */
  private take(answered: number): readonly Waiting<A, R>[] {
    const appends = Math.ceil((this.#queue.length + answered) / 2);
    const { batch, rest } = takeBatch(this.#queue, {
      ...this.#options.batch,
      appends: answered > 0 ? appends : Infinity,
    });
    this.#queue = rest;
    for (const { bytes } of batch) this.#bytes -= bytes;
    return batch;
  }

  private async settle(batch: readonly Waiting<A, R>[]): Promise<Tell> {
    try {
      return await this.write(batch);
    } catch (error) {
      if (batch.length > 1 || !this.#options.isOwnFault(error)) return this.oneByOne(batch);
      return () => batch[0]?.reject(error);
    }
  }

  private async oneByOne(batch: readonly Waiting<A, R>[]): Promise<Tell> {
    const told: Tell[] = [];
    for (const [index, waiting] of batch.entries()) {
      try {
        told.push(await this.write([waiting]));
      } catch (error) {
        const isOwnFault = this.#options.isOwnFault(error);
        const failed = isOwnFault ? [waiting] : batch.slice(index);
        told.push(() => {
          for (const { reject } of failed) reject(error);
        });
        if (!isOwnFault) break;
      }
    }
    return () => {
      for (const tell of told) tell();
    };
  }

  private async write(batch: readonly Waiting<A, R>[]): Promise<Tell> {
    const answers = await this.#options.write(batch.map(({ append }) => append));
    if (answers.length !== batch.length) throw new Error('the log did not answer every append of a batch');
    return () => {
      answers.forEach((answer, index) => batch[index]?.resolve(answer));
    };
  }
}
