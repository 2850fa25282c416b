type Left = (reason: Error) => void;

/** Those who wait for the server on a channel; they are told when nobody waits there any more. */
export class Waiting {
  readonly #all = new Set<Left>();

  add(left: Left): void {
    this.#all.add(left);
  }

  delete(left: Left): void {
    this.#all.delete(left);
  }

  /** What the work comes to; throws the reason when the channel is left before. */
  async unlessLeft<T>(work: () => Promise<T>): Promise<T> {
    let left: Left | undefined;
    const leaving = new Promise<never>((_, reject) => {
      left = reject;
      this.add(reject);
    });
    try {
      return await Promise.race([work(), leaving]);
    } finally {
      if (left) this.delete(left);
    }
  }

  leave(reason: Error): void {
    for (const left of [...this.#all]) left(reason);
  }
}
