import { randomUUID } from 'node:crypto';
import { actorWith, type Actor } from '#access';
import { idOf, type AnyDecider, type Foldable, type Id, type Message, type Role } from '#kernel';
import { datedByClock, Decide, DecideHandler, type Outcome } from '#platform/decide';
import { MemoryEventStore, type Append, type Appended } from '#platform/event-store';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';

/** When everything here is asked for. */
export const NOW = new Date('2022-03-31T10:00:00.000Z');

const numbered = (tens: number, n: number) => `00000000-0000-4000-8000-000000000${String(tens)}0${String(n)}`;

/** Somebody of a body of their own. */
export const person = (n: number, territory: string, roles: readonly Role[]): Actor =>
  actorWith({
    actorId: idOf('person', numbered(1, n)),
    orgId: idOf('organisation', numbered(2, n)),
    territory,
    roles,
  });

/** Keeps appends back until those of so many commands have come, so that all of them rest on the same reading. */
export class Starting extends MemoryEventStore {
  /** What is not recorded before it is let go, and what happens when it comes. */
  keptBack: { readonly stream: Id; readonly here: () => void; readonly until: Promise<void> } | undefined;
  waitFor = 0;
  #waiting: (() => void)[] = [];
  readonly #come = new Set<string>();

  override async append(append: Append): Promise<Appended> {
    if (append.stream === this.keptBack?.stream) {
      this.keptBack.here();
      await this.keptBack.until;
    }
    if (this.waitFor > 0) {
      await new Promise<void>((go) => {
        this.#waiting.push(go);
        if (this.#come.add(append.occasion.correlationId).size === this.waitFor) {
          this.waitFor = 0;
          this.#come.clear();
          for (const each of this.#waiting.splice(0)) each();
        }
      });
    }
    return super.append(append);
  }
}

/** The gate with an empty log behind it, at which people ask. */
export class Gate {
  readonly store = new Starting(() => NOW);
  private readonly handler: DecideHandler;

  constructor(deciders: readonly AnyDecider[]) {
    const streams = new Map(deciders.map((one) => [one.kind, one as unknown as Foldable<unknown>] as const));
    const personal = new PersonalDataCipher(new MemoryKeyStore());
    this.handler = new DecideHandler(
      this.store,
      personal,
      datedByClock(() => NOW),
      streams,
    );
  }

  ask(actor: Actor, decider: AnyDecider, stream: Id, command: Message): Promise<Outcome> {
    const commandId = randomUUID();
    const { actorId, orgId } = actor;
    const occasion = { actorId, orgId, commandId, correlationId: commandId, source: 'web' } as const;
    // Any decider and a command of its own.
    return this.handler.execute(new Decide(decider, stream, command, { actor, occasion }));
  }

  /** Asks for these at once: each looks before any of them has written. */
  atOnce(...asking: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
    this.store.waitFor = asking.length;
    return Promise.all(asking.map((ask) => ask()));
  }
}

export const codeOf = (outcome: Outcome): string => (outcome.recorded ? 'recorded' : outcome.code);

/** The ids that a refusal names. */
export const othersIn = (outcome: Outcome): readonly Id[] | undefined =>
  outcome.recorded ? undefined : outcome.others;
