import { inPostBy, type Actor } from '#access';
import {
  evolve,
  type AnyDecider,
  type AnyPolicy,
  type Claim,
  type Decider,
  type Foldable,
  type Happening,
  type Id,
  type Message,
  type Occasion,
  type StateSource,
} from '#kernel';
import { FoundingSigns, recordedAppointments } from '#contexts/parties';
import { decideOnce } from '#platform/decide';
import type { Chance } from './chance.js';
import { isUse, laying } from './laying.js';
import { Reactions } from './reactions.js';
import { type Held, type Act, type Telling, CannotHappen } from './world.telling.js';

/** All streams of the story in memory: every command goes through its decider, and every policy is heard. */
export class World implements StateSource {
  readonly #streams = new Map<Id, Held>();
  readonly #reactions: Reactions;
  readonly #founding = new FoundingSigns();
  readonly #rights = inPostBy(recordedAppointments({ isOver: () => Promise.resolve(this.#founding.isOver) }));
  #acts: Act[] = [];

  constructor(
    private readonly chance: Chance,
    policies: readonly AnyPolicy[] = [],
  ) {
    this.#reactions = new Reactions(policies);
  }

  /** Asks for a command in the name of a person; its id comes by chance. Throws CannotHappen when it is refused. */
  async tell<S, C extends Message, E extends Message, R extends string, F extends object>(
    decider: Decider<S, C, E, R, F>,
    { stream, command, as, at, source = 'web' }: Telling<NoInfer<C>>,
  ): Promise<void> {
    const { actorId, postId, orgId, territoryId } = as;
    const commandId = this.chance.uuid();
    const capacity = { actorId, orgId, ...(postId && { postId }), ...(territoryId && { territoryId }) };
    const occurredAt = new Date(at).toISOString();
    const occasion = { ...capacity, occurredAt, commandId, correlationId: commandId, source };
    // Which decider it is makes no difference from here on.
    await this.decide(decider as unknown as AnyDecider, stream, command, { actor: as, occasion });
  }

  /** Answers everything that policies asked for because of what has been told; what that causes, too. */
  async settle(): Promise<void> {
    for (let asked = this.#reactions.take(); asked; asked = this.#reactions.take()) {
      const { ask, as, occasion } = asked;
      await this.decide(ask.decider, ask.stream, ask.command, { actor: as, occasion });
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

  state<S>(of: Foldable<S>, stream: Id): Promise<S> {
    return Promise.resolve(this.now(of, stream));
  }

  /** The state of a stream as it stands. */
  now<S>(of: Foldable<S>, stream: Id): S {
    const held = this.#streams.get(stream);
    // A stream's kind says whose state it is.
    return held ? (held.state as S) : of.initial;
  }

  private async decide(
    decider: AnyDecider,
    stream: Id,
    command: Message,
    as: { readonly actor: Actor; readonly occasion: Occasion },
  ): Promise<void> {
    const before = this.now<unknown>(decider, stream);
    const decision = await decideOnce<unknown, Message, Message, string, object>(
      { decider: decider, stream, command, as },
      Promise.resolve(before),
      { source: this, streams: new Map(), rights: this.#rights, now: as.occasion.occurredAt },
    );
    const cannot = (why: string) => new CannotHappen(`${command.type} of ${stream}: ${why}`);
    if ('denied' in decision) throw cannot(decision.denied);
    if ('refused' in decision) throw cannot(decision.refused);
    if (decision.events.length === 0) return;
    this.lay(decision.claims ?? [], stream, as.occasion);
    this.happened(decider, before, { stream, ...as, command, events: decision.events });
  }

  /** Lays the claims on files, which have no other mark of what has them; nobody else wants them here. */
  private lay(claims: readonly Claim[], by: Id, occasion: Occasion): void {
    const expected = this.#streams.get(by)?.events ?? 0;
    this.#acts.push(
      ...claims.filter(({ key }) => isUse(key)).map((claim) => laying(claim, { by, expected }, occasion)),
    );
  }

  private happened(
    decider: AnyDecider,
    before: unknown,
    { stream, occasion, command, events }: Omit<Act, 'expected'>,
  ): void {
    const revision = this.#streams.get(stream)?.events ?? 0;
    this.#acts.push({ stream, expected: BigInt(revision), occasion, command, events });
    let state = before;
    const act = { ...occasion, recordedAt: occasion.occurredAt };
    for (const [index, event] of events.entries()) {
      this.#founding.hear({ stream, type: event.type, actorId: occasion.actorId });
      state = evolve<unknown>(decider, state, event, act);
      if (this.#reactions.concern(decider.kind, event)) {
        const at: Omit<Happening, 'eventId' | 'position'> = {
          ...{ ...act, stream, revision: BigInt(revision + index) },
        };
        this.#reactions.hear(decider.kind, event, { state, at, index });
      }
    }
    this.#streams.set(stream, { state, events: revision + events.length });
  }
}
