import type { Id } from '#kernel';

/** Connections that one person may hold open. */
const MAX_SOCKETS = 8;
/** Subscriptions that one person may hold open, over all connections. */
export const MAX_SUBSCRIPTIONS = 64;

/** A connection, with the operations that are open on it. */
interface Held {
  readonly subscriptions: Readonly<Record<string, unknown>>;
}

/** Who holds which connections of this process open. */
export class Presence {
  readonly #of = new Map<Id, Set<Held>>();

  /** Counts one more connection of a person; false when they have enough. */
  enter(person: Id, connection: Held): boolean {
    const held = this.#of.get(person) ?? new Set();
    if (held.size >= MAX_SOCKETS) return false;
    this.#of.set(person, held.add(connection));
    return true;
  }

  leave(person: Id, connection: Held): void {
    const held = this.#of.get(person);
    held?.delete(connection);
    if (held?.size === 0) this.#of.delete(person);
  }

  /** How many subscriptions of a person are open. */
  subscriptions(person: Id): number {
    const each = [...(this.#of.get(person) ?? [])].map((held) => Object.keys(held.subscriptions).length);
    return each.reduce((sum, count) => sum + count, 0);
  }
}
