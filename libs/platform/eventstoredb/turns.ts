/** Works under one name wait for each other; under different names they do not. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does the work after all that came before it under this name, whatever became of that. */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(name) === mine) this.#last.delete(name);
    }
  }
}
