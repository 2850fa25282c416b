/** Calls somebody back after so many milliseconds. */
export type After = (ms: number, call: () => void) => void;

const SOON_MS = 1_000;

const later: After = (ms, call) => void setTimeout(call, ms).unref();

/** Does one thing a moment after somebody asked for it, once however many ask in that moment, and never twice at the same time. */
export class Soon {
  #isDue = false;
  #doing: Promise<void> | undefined;

  constructor(
    private readonly act: () => Promise<void>,
    private readonly after: After = later,
  ) {}

  /** Asks for it. While it is still being done from before, it is done once more when that is over. */
  plan(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.after(SOON_MS, () => {
      this.#isDue = false;
      if (this.#doing) this.plan();
      else void this.now();
    });
  }

  /** Does it now, or waits for the one that is under way. */
  now(): Promise<void> {
    this.#doing ??= this.act().finally(() => (this.#doing = undefined));
    return this.#doing;
  }

  /** Waits for the one that is under way, and does it once more. */
  async last(): Promise<void> {
    await this.#doing;
    await this.now();
  }
}
