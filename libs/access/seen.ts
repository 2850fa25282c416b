import {
  kindOf,
  type Claimant,
  type ClaimKey,
  type Ending,
  type Foldable,
  type Id,
  type LaidClaim,
  type SeenBy,
  type StateReader,
  type StateSource,
  type Streams,
} from '#kernel';
import { isInScope, NOTHING, scopeOf, type Actor, type Scope } from './access.js';

/** Whether something is in sight from within a scope. What is not there is in nobody's sight. */
export const sees = (scope: Scope, seenBy: SeenBy | undefined): boolean =>
  seenBy === 'everybody' ? scope.directories : seenBy !== undefined && isInScope(scope, seenBy);

/**
 * States as one actor may see them: what is not theirs to see reads like what is not there, so that no decision can tell the two
 * apart. Each stream is read once, however many ask. What the actor may do may still be being read: things are read meanwhile, and
 * told once it is known.
 */
export class SeenStates implements StateReader {
  readonly #scope: Promise<Scope>;
  readonly #read = new Map<Id, Promise<unknown>>();

  constructor(
    private readonly source: StateSource,
    actor: Actor | Promise<Actor | undefined>,
    private readonly streams: Streams = new Map(),
  ) {
    this.#scope = Promise.resolve(actor).then((who) => (who ? scopeOf(who) : NOTHING));
    // Whoever reads something hears of it; perhaps nobody does.
    this.#scope.catch(() => undefined);
  }

  async state<S>(of: Foldable<S>, stream: Id): Promise<S> {
    const [state, scope] = await Promise.all([this.behind(of, stream), this.#scope]);
    if (!sees(scope, of.seenBy(state))) return of.initial;
    this.source.shown?.(stream);
    return state;
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

  async claimedBy(key: ClaimKey, own: Id): Promise<readonly Id[]> {
    return (await this.laidByOthers(key, own)).map(({ by }) => by);
  }

  async claimants<S>(of: Foldable<S>, key: ClaimKey, own: Id): Promise<readonly Claimant<S>[]> {
    const others = await Promise.all(
      (await this.laidByOthers(key, own)).map(async ({ seenBy, ...claim }) => {
        const [state, scope] = await Promise.all([this.behind(of, claim.by), this.#scope]);
        // What is not there yet is seen by whom it will be seen by.
        return sees(scope, of.seenBy(state) ?? seenBy) ? [{ ...claim, state }] : [];
      }),
    );
    return others.flat();
  }

  private async laidByOthers(key: ClaimKey, own: Id): Promise<readonly LaidClaim[]> {
    return ((await this.source.claims?.(key)) ?? []).filter(({ by }) => by !== own);
  }
}
