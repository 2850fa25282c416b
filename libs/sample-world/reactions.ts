import { SYSTEM } from '#access';
import type { AnyPolicy, Ask, Happening, Message, Occasion } from '#kernel';
import { eventId } from '#platform/event-store';
import { occasionOf } from '#platform/follow';

/** What a policy asks for, and in whose name. */
interface Asked {
  readonly ask: Ask;
  readonly as: typeof SYSTEM;
  readonly occasion: Occasion;
}

/** An event as a policy hears it: the state right after it, and its place in its command. */
interface Heard {
  readonly state: unknown;
  readonly at: Omit<Happening, 'eventId' | 'position'>;
  readonly index: number;
}

/** What the policies ask for because of events, first come, first answered. */
export class Reactions {
  readonly #byKind = new Map<string, AnyPolicy[]>();
  #waiting: Asked[] = [];
  #next = 0;

  constructor(policies: readonly AnyPolicy[]) {
    for (const policy of policies) {
      this.#byKind.set(policy.of.kind, [...(this.#byKind.get(policy.of.kind) ?? []), policy]);
    }
  }

  /** Whether a policy has something to say about this event. */
  concern(kind: string, { type }: Message): boolean {
    return this.#byKind.get(kind)?.some(({ on }) => Object.hasOwn(on, type)) ?? false;
  }

  hear(kind: string, event: Message, { state, at, index }: Heard): void {
    // As recorded at the moment at which it happened; no policy looks at the place in the log.
    const happening: Happening = { ...at, eventId: eventId(at, index), position: 0n };
    for (const policy of this.#byKind.get(kind) ?? []) {
      const asks = policy.on[event.type]?.(event.data, state, happening) ?? [];
      asks.forEach((ask, n) => this.#waiting.push({ ask, as: SYSTEM, occasion: occasionOf(policy, happening, n) }));
    }
  }

  /** The one that has waited longest. */
  take(): Asked | undefined {
    const asked = this.#waiting[this.#next++];
    if (!asked) {
      this.#waiting = [];
      this.#next = 0;
    }
    return asked;
  }
}
