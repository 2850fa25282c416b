import { scopeOf, type Actor } from '#access';
import type { Id } from '#kernel';
import { ViewNotReady, type Views } from '#platform/views';
import type { RecordedNotice } from './recorded-notice.js';

/** Somebody who listens, and with whose eyes. */
export interface Listener {
  readonly actor: Actor;
  readonly hear: (notice: RecordedNotice) => void;
  /** Whether they would be let in again now, one and the same for all that one connection listens to. */
  readonly isStill?: (() => Promise<boolean>) | undefined;
  /** They would not: nothing more is told to them. */
  readonly over?: () => void;
}

/** Who listens to what. What somebody could see when they began to listen they may not see any more. */
export class Listeners {
  readonly #of = new Map<Id, Set<Listener>>();

  constructor(private readonly views: Pick<Views, 'visible'>) {}

  /** How many things somebody listens to. */
  get size(): number {
    return this.#of.size;
  }

  has(id: Id): boolean {
    return this.#of.has(id);
  }

  add(ids: readonly Id[], listener: Listener): void {
    for (const id of ids) this.#of.set(id, (this.#of.get(id) ?? new Set()).add(listener));
  }

  forget(ids: readonly Id[], listener: Listener): void {
    for (const id of ids) {
      const listening = this.#of.get(id);
      listening?.delete(listener);
      if (listening?.size === 0) this.#of.delete(id);
    }
  }

  clear(): void {
    this.#of.clear();
  }

  /** Finds out what those who listen to these things may see of them now, and gives back how to tell them. */
  async telling(ids: readonly Id[]): Promise<(notice: RecordedNotice) => void> {
    const sights = new Map<string, Promise<ReadonlySet<Id>>>();
    const sightOf = (actor: Actor) => {
      const scope = JSON.stringify(scopeOf(actor));
      const sight = sights.get(scope) ?? this.visible(ids, actor);
      sights.set(scope, sight);
      return sight;
    };
    const listening = await this.still(new Set(ids.flatMap((id) => [...(this.#of.get(id) ?? [])])));
    const seen = new Map(
      await Promise.all(
        listening.map(async (one): Promise<[Listener, ReadonlySet<Id>]> => [one, await sightOf(one.actor)]),
      ),
    );
    return (notice) => {
      // A copy: a listener that is given up leaves the set while it is told.
      for (const one of [...(this.#of.get(notice.id) ?? [])]) if (seen.get(one)?.has(notice.id)) one.hear(notice);
    };
  }

  /** Those who would be let in again now; the others are told that it is over. */
  private async still(listening: ReadonlySet<Listener>): Promise<readonly Listener[]> {
    const asked = [...new Set([...listening].map(({ isStill }) => isStill))];
    const answers = await Promise.all(asked.map(async (isStill) => (await isStill?.()) ?? true));
    const gone = new Set(asked.filter((_, at) => answers[at] === false));
    const [stay, go] = [false, true].map((is) => [...listening].filter(({ isStill }) => gone.has(isStill) === is));
    for (const one of go ?? []) one.over?.();
    return stay ?? [];
  }

  private async visible(ids: readonly Id[], actor: Actor): Promise<ReadonlySet<Id>> {
    try {
      return await this.views.visible(ids, { actor });
    } catch (error) {
      // Nobody sees anything of a view that is being built; until then it stays as it was when they began to listen.
      if (error instanceof ViewNotReady) return new Set(ids);
      throw error;
    }
  }
}
