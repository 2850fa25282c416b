import { ANYBODY, SeenStates, type Actor, type LateEntries, type LateEntryId, type Rights } from '#access';
import type { AnyDecider, Decider, Decision, Id, Message, Occasion, Refusal, SentOccasion, Streams } from '#kernel';
import {
  BasisChanged,
  commandHash,
  EVENT_STORE,
  WrongVersion,
  type EventStore,
  type Relied,
  type StoredEvent,
} from '#platform/event-store';
import { PERSONAL_DATA, type PersonalData } from '#platform/personal-data';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Basis } from './basis.js';
import { DATING, type Dating } from './dating.js';
import { Decide, type FindStream, type Outcome } from './decide.command.js';
import { decideOnce } from './decide-once.js';
import { LATE_ENTRIES, NO_LATE_ENTRIES } from './late-entries.js';
import { notUsed, useFor } from './late-use.js';
import { Claims } from './laying.js';
import { LogFacts } from './log-facts.js';
import { refuse, refusedBy } from './refusals.js';
import { deniedThen } from './rights-then.js';
import { sealedAppend } from './sealing.js';
import { StreamCompany } from './stream-company.js';
import { StreamStates } from './stream-states.js';
import { refusalOf, declaredOf, recorded } from './decide.answers.js';
import { WATCH, type Watch } from './watch.js';

type AnyDecide = Pick<Decide<unknown, Message, Message, string>, 'command' | 'as'> & {
  readonly decider: AnyDecider;
  readonly stream: Id;
};
type AnySent = Omit<AnyDecide, 'stream'> & { readonly stream: Id | FindStream };
type Plain = Decider<unknown, Message, Message, string>;

/** Every kind of stream of the product, so that whatever a command names can be looked up. */
export const STREAMS = Symbol('Streams');

/** Who may do what, by the record. */
export const RIGHTS = Symbol('Rights');

/** A command at the moment at which it is decided. */
interface AnyDecided extends Omit<AnyDecide, 'as'> {
  readonly as: { readonly actor: Actor; readonly occasion: Occasion };
}

/** What a decision rests on: the events of its stream, up to where others were read, and how the command is told from another. */
type Yes = Exclude<Decision<Message, string>, Refusal>;

interface RestsOn {
  readonly history: readonly StoredEvent[];
  readonly claimed: ReadonlyMap<Id, bigint>;
  readonly seen: bigint | undefined;
  readonly reliesOn: readonly Relied[];
  readonly uses: LateEntryId | undefined;
  readonly hash: string;
  /** A race was lost before. */
  readonly isAgain: boolean;
}

const TRIES = 5;

/** Reads the stream, asks access once, decides, seals, appends. The one way into the log. */
@CommandHandler(Decide)
export class DecideHandler implements ICommandHandler<Decide<unknown, Message, Message, string>> {
  private readonly states = new StreamStates();
  private readonly company = new StreamCompany();
  private readonly claims: Claims;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PERSONAL_DATA) private readonly personal: PersonalData,
    @Inject(DATING) private readonly dating: Dating,
    @Inject(STREAMS) private readonly streams: Streams = new Map(),
    @Inject(RIGHTS) private readonly rights: Rights = ANYBODY,
    @Inject(LATE_ENTRIES) private readonly entries: LateEntries = NO_LATE_ENTRIES,
    @Inject(WATCH) private readonly watch: Watch = () => undefined,
  ) {
    this.claims = new Claims(store, personal);
  }

  /** A lost race is decided again, on the newer state; a repeated command answers as the first time. */
  async execute({ decider, command, as, stream }: AnySent): Promise<Outcome> {
    const asked = { decider, command, as, stream: await this.found(stream, as.actor) };
    const outcome = await this.answer(asked);
    this.watch({ actor: as.actor, kind: decider.kind, stream: asked.stream, type: command.type, outcome });
    return outcome;
  }

  private async answer(asked: AnyDecide): Promise<Outcome> {
    for (let tries = 1; tries <= TRIES; tries++) {
      try {
        const outcome = await this.once(asked, tries > 1);
        return outcome.recorded ? outcome : ((await this.earlier(asked)) ?? outcome);
      } catch (error) {
        const answer = refusalOf(error);
        if (answer) return answer;
        if (!(error instanceof WrongVersion || error instanceof BasisChanged)) throw error;
      }
    }
    return refuse('CONFLICT');
  }

  private found(stream: Id | FindStream, actor: Actor): Promise<Id> {
    if (typeof stream === 'string') return Promise.resolve(stream);
    return stream(new SeenStates(this.facts(), actor));
  }

  private facts(now?: string): LogFacts {
    return new LogFacts(this.store, this.states, this.company, now);
  }

  private async once(
    { decider, stream, command, as: { actor, occasion: sent, lateEntryId } }: AnyDecide,
    isAgain: boolean,
  ): Promise<Outcome> {
    const read = new SeenStates(this.facts(), actor);
    const declared = declaredOf(decider, command);
    const dated = await this.dating({ occasion: sent, actor, stream, declared, lateEntryId, read });
    if ('refusal' in dated) return dated.refusal;
    const { occasion, now, uses } = dated;
    const source = this.facts(now);
    const basis = new Basis(source);
    const history = source.events(stream);
    const own = history.then((events) => source.fold(decider as Plain, stream, events));
    const decision = await decideOnce({ decider, stream, command, as: { actor, occasion } }, own, {
      source,
      streams: this.streams,
      rights: this.rights,
      basis,
      now,
    });
    if ('denied' in decision) return refuse(decision.denied, ...(decision.path ?? []));
    if ('refused' in decision) return refusedBy(decider, decision);
    return this.record({ decider, stream, command, as: { actor, occasion } }, decision, {
      history: await history,
      claimed: source.claimed,
      seen: source.seen,
      reliesOn: await source.relied(basis.streams),
      ...{ uses, isAgain },
      hash: this.fingerprint(stream, command, sent),
    });
  }

  /** Writes what was decided, unless whoever asks had no right to it when they say that it happened. */
  private async record(
    { decider, stream, command: { type }, as }: AnyDecided,
    { events: decided, claims = [] }: Yes,
    { history, seen, reliesOn, uses, hash, claimed, isAgain }: RestsOn,
  ): Promise<Outcome> {
    if (decided.length === 0) {
      return { recorded: true, id: stream, position: String(history.at(-1)?.position ?? ''), events: [] };
    }
    const denial = deniedThen({ decider, type, as }, history);
    if (denial) return refuse(denial);
    const { occasion } = as;
    const restsOn = { decided, seen, reliesOn, commandHash: hash, expected: BigInt(history.length) };
    const ready = sealedAppend(this.personal, { decider, stream, occasion }, restsOn);
    const unused = uses && (await this.use({ uses, stream, occasion }, ready));
    if (unused) return unused;
    const claiming = { stream, expected: history.length, occasion, claimed, inTurn: isAgain };
    return recorded(
      await this.claims.whileLaid(claims, claiming, { ready, record: (append) => this.store.append(append) }),
    );
  }

  /** Takes an act of a late entry for something once that can be recorded; why there is none to take, where it is so. */
  private async use(using: Parameters<typeof useFor>[1], ready: Promise<unknown>): Promise<Outcome | undefined> {
    await ready;
    return notUsed(await this.execute(useFor(this.entries, using)));
  }

  /**
   * Tells a repeated command from another one under its id; the log keeps it for ever, so it gives away nothing of the input. The
   * moment of what nobody dated is no part of it: sent again, it is the same command.
   */
  private fingerprint(stream: Id, command: Message, occasion: SentOccasion): string {
    return this.personal.fingerprint(commandHash(stream, command, occasion));
  }

  /** What a command that is refused now was answered when it first came. */
  private async earlier({ stream, command, as }: AnyDecide): Promise<Outcome | undefined> {
    const answer = await this.store.answerTo(as.occasion);
    if (!answer) return undefined;
    return answer.commandHash === this.fingerprint(stream, command, as.occasion)
      ? recorded(answer)
      : refuse('COMMAND_ID_REUSED', 'commandId');
  }
}
