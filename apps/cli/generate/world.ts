import { denied, type Actor } from '#access';
import {
  decide,
  evolve,
  type AnyPolicy,
  type Decider,
  type Happening,
  type Id,
  type Message,
  type Occasion,
  type Source,
  type StateReader,
} from '#kernel';
import type { Chance } from './chance.js';
import { Reactions } from './reactions.js';

/** What one command made happen, not yet sealed. */
export interface Act {
  readonly stream: Id;
  readonly expected: bigint;
  readonly occasion: Occasion;
  readonly command: Message;
  readonly events: readonly Message[];
}

/** A command, who asks for it, when it happened (milliseconds), and what the rules need to know of other streams. */
export interface Telling<C extends Message, F> {
  readonly stream: Id;
  readonly command: C;
  readonly as: Actor;
  readonly at: number;
  readonly facts: F;
  readonly source?: Source;
}

/** A command that was refused: the story asks for something that cannot be. */
export class CannotHappen extends Error {
  override readonly name = 'CannotHappen';
}

interface Held {
  readonly state: unknown;
  readonly events: number;
}

/** All streams of the story in memory: every command goes through its decider, and every policy is heard. */
export class World implements StateReader {
  readonly #streams = new Map<Id, Held>();
  readonly #reactions: Reactions;
  #acts: Act[] = [];

  constructor(
    private readonly chance: Chance,
    policies: readonly AnyPolicy[] = [],
  ) {
    this.#reactions = new Reactions(policies);
  }

  /** Asks for a command in the name of a person; its id comes by chance. Throws CannotHappen when it is refused. */
  tell<S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    telling: Telling<C, F>,
  ): S {
    const { as, at, source = 'web' } = telling;
    const { actorId, postId, orgId, territoryId } = as;
    const commandId = this.chance.uuid();
    const capacity = { actorId, orgId, ...(postId && { postId }), ...(territoryId && { territoryId }) };
    const occurredAt = new Date(at).toISOString();
    return this.decide(decider, telling, { ...capacity, occurredAt, commandId, correlationId: commandId, source });
  }

  /** Answers everything that policies asked for because of what has been told; what that causes, too. */
  async settle(): Promise<void> {
    for (let asked = this.#reactions.take(); asked; asked = this.#reactions.take()) {
      const { ask, as, occasion } = asked;
      const { decider, stream, command } = ask;
      const facts: unknown = await ask.facts?.(this);
      // eslint-disable-next-line @typescript-eslint/no-unsafe-argument -- any decider: it is only passed on
      this.decide(decider, { stream, command, as, facts }, occasion);
    }
  }

  /** What has happened since this was last asked for, in order. */
  taken(): readonly Act[] {
    const acts = this.#acts;
    this.#acts = [];
    return acts;
  }

  /** Nothing more will be told of this stream. */
  forget(stream: Id): void {
    this.#streams.delete(stream);
  }

  state<S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    stream: Id,
  ): Promise<S> {
    return Promise.resolve(this.now(decider, stream));
  }

  /** The story is told in the order of time: no stream holds anything later than what is asked about. */
  stateAt<S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    stream: Id,
  ): Promise<S> {
    return this.state(decider, stream);
  }

  /** The state of a stream as it stands. */
  now<S, C extends Message, E extends Message, R extends string, F>(decider: Decider<S, C, E, R, F>, stream: Id): S {
    const held = this.#streams.get(stream);
    // A stream's kind says whose state it is.
    return held ? (held.state as S) : decider.initial;
  }

  private decide<S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    { stream, command, as, facts }: Omit<Telling<C, F>, 'at' | 'source'>,
    occasion: Occasion,
  ): S {
    const before = this.now(decider, stream);
    const refusal = denied(as, decider.who[command.type as C['type']], decider.owner(before, command, facts));
    if (refusal) throw new CannotHappen(`${command.type} of ${stream}: ${refusal}`);
    const decision = decide(decider, command, { state: before, on: occasion, facts });
    if ('refused' in decision) throw new CannotHappen(`${command.type} of ${stream}: ${decision.refused}`);
    const { events } = decision;
    if (events.length === 0) return before;
    const revision = this.#streams.get(stream)?.events ?? 0;
    this.#acts.push({ stream, expected: BigInt(revision), occasion, command, events });
    let state = before;
    for (const [index, event] of events.entries()) {
      state = evolve(decider, state, event, occasion);
      if (this.#reactions.concern(decider.kind, event)) {
        const at: Omit<Happening, 'eventId' | 'position'> = {
          ...{ ...occasion, stream, revision: BigInt(revision + index), recordedAt: occasion.occurredAt },
        };
        this.#reactions.hear(decider.kind, event, { state, at, index });
      }
    }
    this.#streams.set(stream, { state, events: revision + events.length });
    return state;
  }
}
