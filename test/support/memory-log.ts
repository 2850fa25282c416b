import type { After, TestClock } from '#platform/event-store';
import type { LogRecord, LogTarget } from '#platform/log-tools';

/** A log for specs of copying. `broken` is asked before each call that reads or writes, and may throw. */
export class MemoryLog implements LogTarget {
  constructor(
    readonly held: LogRecord[] = [],
    private readonly broken: () => void = () => undefined,
    private testFrom?: string,
  ) {}

  identity(): Promise<string> {
    return Promise.resolve('memory');
  }

  testClock(): Promise<TestClock | undefined> {
    const from = this.testFrom;
    return Promise.resolve(from === undefined ? undefined : { from, shows: from });
  }

  startTestClock(from: string): Promise<void> {
    this.testFrom = from;
    return Promise.resolve();
  }

  head(): Promise<After> {
    return Promise.resolve(this.held.at(-1)?.position ?? 'start');
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a throw has to become a rejection
  async records(after: After, limit: number): Promise<readonly LogRecord[]> {
    this.broken();
    return this.held.filter(({ position }) => after === 'start' || position > after).slice(0, limit);
  }

  /** Keeps records at positions of its own, ten apart; one that is there already stays as it is. */
  // eslint-disable-next-line @typescript-eslint/require-await -- a throw has to become a rejection
  async put(records: readonly LogRecord[]): Promise<void> {
    this.broken();
    const ids = new Set(this.held.map(({ eventId }) => eventId));
    for (const record of records) {
      if (!ids.has(record.eventId)) this.held.push({ ...record, position: BigInt(this.held.length * 10) });
    }
    // The answer may be lost, too.
    this.broken();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
