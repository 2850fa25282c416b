import {
  kindOf,
  type Claimant,
  type ClaimKey,
  type Ending,
  type Foldable,
  type Id,
  type SeenBy,
  type StateReader,
  type StateSource,
  type Streams,
} from '#kernel';
import { isInScope, scopeOf, type Actor, type Scope } from './access.js';

/** Whether something is in sight from within a scope. What is not there is in nobody's sight. */
export const sees = (scope: Scope, seenBy: SeenBy | undefined): boolean =>
  seenBy === 'everybody' ? scope.directories : seenBy !== undefined && isInScope(scope, seenBy);

/**
 * States as one actor may see them: what is not theirs to see reads like what is not there, so that no decision can tell the two
 * apart. Each stream is read once, however many ask.
 */
export class SeenStates implements StateReader {
  readonly #scope: Scope;
  readonly #read = new Map<Id, Promise<unknown>>();

  constructor(
    private readonly source: StateSource,
    actor: Actor,
    private readonly streams: Streams = new Map(),
  ) {
    this.#scope = scopeOf(actor);
  }

  async state<S>(of: Foldable<S>, stream: Id): Promise<S> {
    const state = await this.behind(of, stream);
    return sees(this.#scope, of.seenBy(state)) ? state : of.initial;
  }

  behind<S>(of: Foldable<S>, stream: Id): Promise<S> {
    const known = this.#read.get(stream) ?? this.source.state(of, stream);
    this.#read.set(stream, known);
    // The kind of a stream says whose state it is.
    return known as Promise<S>;
  }

  async ending(stream: Id): Promise<Ending | undefined> {
    const of = this.streams.get(kindOf(stream));
    return of?.endingOf?.(await this.behind(of, stream));
  }

  async claimants<S>(of: Foldable<S>, key: ClaimKey, own: Id): Promise<readonly Claimant<S>[]> {
    const laid = (await this.source.claims?.(key)) ?? [];
    const others = await Promise.all(
      laid
        .filter(({ by }) => by !== own)
        .map(async ({ seenBy, ...claim }) => {
          const state = await this.behind(of, claim.by);
          // What is not there yet is seen by whom it will be seen by.
          return sees(this.#scope, of.seenBy(state) ?? seenBy) ? [{ ...claim, state }] : [];
        }),
    );
    return others.flat();
  }
}
