/** A lock as a database connection holds it: whoever lost the connection has lost the lock and cannot write through it. */
export class Lock {
  #holder: symbol | undefined;

  take(): symbol | undefined {
    return this.#holder ? undefined : (this.#holder = Symbol('holder'));
  }

  free(holder: symbol): void {
    if (this.#holder === holder) this.#holder = undefined;
  }

  /** Does one step in the name of a holder. Rejects when the connection is gone. */
  as<T>(holder: symbol, step: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.#holder !== holder) throw new Error('the connection is gone');
      resolve(step());
    });
  }

  /** The connection breaks, whoever has it. */
  breaks(): void {
    this.#holder = undefined;
  }
}
