/** How old the time may be while appends are under way that have it. */
const STEP_MS = 20;
/** How long newcomers wait for those before them, so that the time can move on. */
const DRAIN_MS = 200;

/**
 * The time of recording, which never steps back along the log as far as this process can see to it. The log orders appends that
 * are under way at once as it likes, so they all get the same time; it moves on when none of them is left. When one of them hangs,
 * the time stands still rather than the others. Between processes it can step back by as much as their clocks differ: order is the
 * position, never the time (kurrentdb.md 5.2).
 */
export class RecordingClock {
  #time = '';
  #underWay = 0;
  #drained: (() => void) | undefined;
  #turn: Promise<void> | undefined;
  #patientAgainAt = 0;

  constructor(private readonly clock: () => Date) {}

  /** The time is never before one that was read from the log. */
  observe(recordedAt: string): void {
    if (recordedAt > this.#time) this.#time = recordedAt;
  }

  /** The last time that was given. */
  get time(): string {
    return this.#time;
  }

  /** Does the work with its time of recording. */
  async stamp<T>(work: (recordedAt: string) => Promise<T>): Promise<T> {
    if (this.isStale()) await (this.#turn ??= this.drain());
    if (this.#underWay === 0) this.observe(this.clock().toISOString());
    this.#underWay += 1;
    try {
      return await work(this.#time);
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#drained?.();
    }
  }

  private isStale(): boolean {
    if (this.#underWay === 0) return false;
    return this.#turn !== undefined || this.clock().getTime() - Date.parse(this.#time) > STEP_MS;
  }

  private async drain(): Promise<void> {
    if (performance.now() >= this.#patientAgainAt) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          this.#patientAgainAt = performance.now() + DRAIN_MS * 5;
          resolve();
        }, DRAIN_MS);
        this.#drained = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#drained = undefined;
    this.#turn = undefined;
  }
}
