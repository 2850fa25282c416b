import { NoAnswer } from './errors.js';
import { unavailable } from './fault-of.js';
import type { LogReader } from './log-reader.js';
import type { OwnClock } from './own-clock.js';
import type { RecordingClock } from './recording-clock.js';
import { within, type Deadline } from './within.js';

interface Parts {
  readonly log: Pick<LogReader, 'lastBefore'>;
  readonly clock: RecordingClock;
  readonly own: OwnClock;
}

/** What an append has to know of the log before it begins; most of it is known from the second one on. */
export class FirstLook {
  #ready: Promise<void> | undefined;

  constructor(private readonly parts: Parts) {}

  /** Throws what reads throw, and nothing was written then. */
  async before(occurredAt: string, deadline: Deadline): Promise<void> {
    try {
      await within(deadline.left, 'look at the log', this.look(occurredAt));
    } catch (error) {
      throw error instanceof NoAnswer ? unavailable(error) : error;
    }
  }

  private async look(occurredAt: string): Promise<void> {
    await (this.#ready ??= this.readLastTime());
    await this.parts.own.runTo(occurredAt, this.parts.clock.time);
  }

  /** After a restart with a clock that was set back, the log's own last time counts. */
  private async readLastTime(): Promise<void> {
    try {
      const last = await this.parts.log.lastBefore('end', () => true);
      if (last) this.parts.clock.observe(last.recordedAt);
    } catch (error) {
      // The next append asks again.
      this.#ready = undefined;
      throw error;
    }
  }
}
