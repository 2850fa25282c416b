import type { Foldable, Id, StateSource } from '#kernel';

/** Remembers which streams a right was read from. */
export class Basis implements StateSource {
  readonly #streams = new Set<Id>();

  constructor(private readonly source: StateSource) {}

  get streams(): ReadonlySet<Id> {
    return this.#streams;
  }

  state<S>(of: Foldable<S>, stream: Id): Promise<S> {
    this.#streams.add(stream);
    return this.source.state(of, stream);
  }
}
