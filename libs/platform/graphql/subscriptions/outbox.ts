/** What waits for one reader: in order, never more than `limit`. */
export class Outbox<T> implements AsyncIterableIterator<T> {
  private readonly waiting: T[] = [];
  private wanted: ((result: IteratorResult<T>) => void)[] = [];
  private ended = false;

  constructor(
    private readonly limit: number,
    /** Called once, when the reader stops or is given up. */
    private readonly closed: () => void,
  ) {}

  /** Hands one thing to the reader, now or later; false when too much is waiting, and then the outbox is closed. */
  put(value: T): boolean {
    if (this.ended) return true;
    const reader = this.wanted.shift();
    if (reader) reader({ value, done: false });
    else this.waiting.push(value);
    if (this.waiting.length <= this.limit) return true;
    this.end();
    return false;
  }

  next(): Promise<IteratorResult<T>> {
    const [value] = this.waiting.splice(0, 1);
    if (value !== undefined) return Promise.resolve({ value, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.wanted.push(resolve));
  }

  return(): Promise<IteratorResult<T>> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.waiting.length = 0;
    for (const reader of this.wanted) reader({ value: undefined, done: true });
    this.wanted = [];
    this.closed();
  }
}
