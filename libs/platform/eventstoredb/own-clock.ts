import type { After, RunningTestClock } from '#platform/event-store';
import type { Calls } from './calls.js';
import { markedClock } from './clock-mark.js';

interface Parts {
  readonly calls: Calls;
  readonly real: () => Date;
  readonly head: () => Promise<After>;
}

/** The clock that a log was given, looked for until the log has it or holds an event. */
export class OwnClock {
  #test: RunningTestClock | undefined;
  #isReal = false;

  constructor(private readonly parts: Parts) {}

  /** What it shows; the real time where the log has none, or none that is known. */
  readonly now = (): Date => this.#test?.now() ?? this.parts.real();

  /** The clock, where there is one; what was recorded so far is behind it. */
  async find(recorded: string): Promise<RunningTestClock | undefined> {
    if (this.#test !== undefined || this.#isReal) return this.#test;
    // Where the end cannot be read, the mark may come yet.
    const head = await this.parts.head().catch((): After => 'start');
    this.#test = await markedClock(this.parts.calls, this.parts.real);
    this.#test?.runTo(recorded);
    this.#isReal = this.#test === undefined && head !== 'start';
    return this.#test;
  }

  /** Runs ahead to an act. Throws when nobody says whether there is such a clock: a story would go on at the time of today. */
  async runTo(moment: string, recorded: string): Promise<void> {
    (await this.find(recorded))?.runTo(moment);
  }
}
