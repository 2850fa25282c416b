import type { LogRecord } from '#platform/log-tools';
import { jsonEvent, type Position } from '@eventstore/db-client';
import { z } from 'zod';
import type { Calls, From } from './calls.js';
import type { Limits } from './limits.js';
import type { LogReader } from './log-reader.js';
import { tokenOf } from './stored.js';
import { Deadline } from './within.js';

const STREAM = '_log-times';
const Body = z.object({ recordedAt: z.string(), position: z.string().regex(/^\d+$/).transform(BigInt) });
type Mark = z.output<typeof Body>;

/** Clocks of the processes that append may differ by so much before an instant finds a position a little too early. */
const SKEW_MS = 60_000;

/**
 * Finds the place of an instant in a log that knows no times: from time to time a mark is added to a stream of its own, and
 * the search goes backwards from the first mark after the instant. Marks only shorten the way; without them the answer is the same.
 */
export class TimeMarks {
  #since = 0;
  #marking = false;

  constructor(
    private readonly calls: Calls,
    private readonly log: LogReader,
    private readonly limits: Pick<Limits, 'markEvery' | 'callMs'>,
  ) {}

  /** An append was recorded here, at this time or a little before. */
  note(position: bigint, recordedAt: string): void {
    this.#since += 1;
    if (this.#since >= this.limits.markEvery && !this.#marking) void this.mark(position, recordedAt);
  }

  /** The last event recorded at or before an instant. */
  async before(instant: string): Promise<LogRecord | undefined> {
    const late = new Date(Date.parse(instant) + SKEW_MS).toISOString();
    return this.log.lastBefore(await this.after(late), ({ recordedAt }) => recordedAt <= instant);
  }

  /** The first mark after an instant, by halving; the end of the log when there is none. */
  private async after(instant: string): Promise<From<Position>> {
    let [low, high] = [0n, await this.count()];
    let found: From<Position> = 'end';
    while (low < high) {
      const middle = (low + high) / 2n;
      const mark = await this.at(middle);
      if (mark && mark.recordedAt > instant) {
        found = tokenOf(mark.position);
        high = middle;
      } else low = middle + 1n;
    }
    return found;
  }

  /** Several processes may mark at once: one of them does, and it does not matter which. */
  private async mark(position: bigint, recordedAt: string): Promise<void> {
    this.#marking = true;
    try {
      const count = await this.count();
      const last = count === 0n ? undefined : await this.at(count - 1n);
      if (last && last.recordedAt >= recordedAt) return;
      const mark = jsonEvent({ type: 'TimeMarked', data: { recordedAt, position: String(position) } });
      await this.calls.append(STREAM, count, [mark], new Deadline(this.limits.callMs));
    } catch {
      // The next one will do.
    } finally {
      this.#marking = false;
      this.#since = 0;
    }
  }

  private async count(): Promise<bigint> {
    const [last] = await this.calls.readStream(STREAM, { from: 'end', backwards: true, limit: 1 });
    return last ? last.revision + 1n : 0n;
  }

  private async at(revision: bigint): Promise<Mark | undefined> {
    const [one] = await this.calls.readStream(STREAM, { from: revision, limit: 1 });
    return one && Body.parse(one.data);
  }
}
