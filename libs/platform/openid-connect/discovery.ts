const MINUTE = 60_000;
/** What an issuer says about itself is believed for so long. */
const FRESH_MS = 60 * MINUTE;
/** Whoever looks whether it still answers asks no more often. */
const LOOK_EVERY_MS = MINUTE;
/** After a failure nobody is kept waiting for the next one. */
const REST_MS = 5_000;

/**
 * What an issuer says about itself: asked for when it is first needed, again after a failure, and now and then. However many wait for it,
 * it is asked once; while it does not answer, what it said before holds.
 */
export class Discovery<T> {
  #known: { readonly said: T; readonly at: number } | undefined;
  #failed: { readonly error: unknown; readonly at: number } | undefined;
  #asking: Promise<T> | undefined;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly now: () => Date,
  ) {}

  /** Throws as asking does, where it never answered. */
  async said(): Promise<T> {
    const now = this.now().getTime();
    if (this.#known && now - this.#known.at < FRESH_MS) return this.#known.said;
    if (this.#failed && now - this.#failed.at < REST_MS) return this.orKnown(this.#failed.error);
    return this.asked();
  }

  /** Whether it answered when it was last asked for anything. */
  get isAnswering(): boolean {
    return this.#failed === undefined;
  }

  /** It did not answer something else. */
  failed(error: unknown): void {
    this.#failed = { error, at: this.now().getTime() };
  }

  /** Looks whether it answers, if that is not known from a moment ago. Never rejects. */
  async look(): Promise<void> {
    const isKnown = this.#known && this.now().getTime() - this.#known.at < LOOK_EVERY_MS;
    if (!isKnown || this.#failed) await this.asked().catch(() => undefined);
  }

  private asked(): Promise<T> {
    this.#asking ??= this.askOnce().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  private async askOnce(): Promise<T> {
    try {
      const said = await this.ask();
      this.#known = { said, at: this.now().getTime() };
      this.#failed = undefined;
      return said;
    } catch (error) {
      this.failed(error);
      return this.orKnown(error);
    }
  }

  private orKnown(error: unknown): T {
    if (!this.#known) throw error;
    return this.#known.said;
  }
}
