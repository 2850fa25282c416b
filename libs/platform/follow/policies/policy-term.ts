import { isProcess, type AnyReactor, type Id } from '#kernel';
import { asUnread, UnreadableEvent, type After, type EventStore, type UnreadEvent } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import { parkAt } from '../fold/select-events.js';
import { heldBack } from '../loop/held-back.js';
import { nowWaits, type Parked } from '../loop/parked.js';
import { compareAfter } from '../loop/position.js';
import { ReadAhead } from '../loop/read-ahead.js';
import { BatchStates } from './batch-states.js';
import { AskFailed, type AskDispatcher } from './ask-dispatcher.js';
import type { PolicyLease } from './policy-store.js';
import { asksFor, type ReactionSources } from './react.js';
import { concerns } from './reaction.js';

const BATCH = 500;

export interface PolicyTerms extends ReactionSources {
  readonly events: Pick<EventStore, 'head' | 'readStream'>;
  /** What all of them read the log with. */
  readonly scans: Pick<EventStore, 'scan'>;
  readonly dispatcher: AskDispatcher;
  readonly log: Log;
  /** Told how far a policy has come, each time that changes. */
  readonly moved?: (policy: string, to: After) => void;
}

/** One policy during one term of being the process that runs them: its checkpoint and its parked streams are its own. */
export class PolicyTerm {
  readonly #ahead: ReadAhead;
  readonly #held: Set<Id>;
  readonly #states: BatchStates | undefined;
  /** How far events were looked at: the checkpoint comes after. */
  #passed: After;
  #begun = false;

  private constructor(
    private readonly policy: AnyReactor,
    private readonly parts: PolicyTerms,
    private readonly lease: PolicyLease,
    private readonly from: { at: After; readonly parked: readonly Parked[] },
  ) {
    this.#ahead = new ReadAhead(parts.scans, BATCH);
    this.#states = isProcess(policy) ? undefined : new BatchStates(policy, parts.events);
    this.#passed = from.at;
    this.#held = new Set(from.parked.map(({ stream }) => stream));
  }

  static async begin(policy: AnyReactor, parts: PolicyTerms, lease: PolicyLease): Promise<PolicyTerm> {
    const { name } = policy;
    const claimed = await lease.checkpoint(name);
    const head = await parts.events.head();
    const at = compareAfter(claimed, head) > 0 ? head : claimed;
    if (at !== claimed) {
      parts.log.warn({ policy: name }, 'the log is shorter than a policy remembers: it goes on from its end');
      await lease.move(name, claimed, at);
    }
    parts.moved?.(name, at);
    return new PolicyTerm(policy, parts, lease, { at, parked: await lease.parked(name) });
  }

  private get at(): After {
    return this.from.at;
  }

  /** Reacts to what comes next. Undefined when more is waiting, else the position after which there is nothing yet. */
  async turn(signal: AbortSignal): Promise<After | undefined> {
    if (!this.#begun) await this.retry(signal);
    const { events, isEnd } = await this.#ahead.after(this.at);
    this.#states?.begin(events, (stream) => this.#held.has(stream));
    for (const event of events) await this.react(event, signal);
    await this.move((this.#passed = events.at(-1)?.position ?? this.at));
    return isEnd ? this.at : undefined;
  }

  /** Where nothing is asked for the checkpoint may wait: looking again asks for nothing again. */
  private async react(event: UnreadEvent, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!concerns(this.policy, event) || this.#held.has(event.stream)) return;
    const answer = await this.ask(event, signal);
    this.#passed = event.position;
    // A process may wait for its memory, and nobody should wait for that who waits for less.
    if (answer !== 'nothing' || isProcess(this.policy)) await this.move(event.position);
  }

  private async move(to: After): Promise<void> {
    if (to === this.at) return;
    await this.lease.move(this.policy.name, this.at, to);
    this.from.at = to;
    this.parts.moved?.(this.policy.name, to);
  }

  /** A policy that throws makes its stream wait, and nobody else. */
  private async ask(unread: UnreadEvent, signal: AbortSignal): Promise<'nothing' | 'answered' | 'parked'> {
    const { policy, parts } = this;
    try {
      const event = unread.read();
      const asks = await asksFor(policy, event, { ...parts, states: this.#states }, signal);
      // What comes now may take long, and whoever waits for what was before it need not.
      if (asks.length > 0) await this.move(this.#passed);
      await parts.dispatcher.all(policy, event, asks, signal);
      return asks.length > 0 ? 'answered' : 'nothing';
    } catch (error) {
      if (!(error instanceof AskFailed || error instanceof UnreadableEvent)) throw error;
      await this.park(parkAt(policy.name, unread, error instanceof AskFailed ? error.cause : error));
      return 'parked';
    }
  }

  private async park(parked: Parked): Promise<void> {
    await this.lease.park(parked);
    this.#held.add(parked.stream);
    this.parts.log.error(nowWaits(parked), 'a stream waits: a policy cannot react to it');
  }

  /** What parked streams held back is asked for now, in the order of the log: the cause may be gone since the last term. */
  private async retry(signal: AbortSignal): Promise<void> {
    this.#begun = true;
    const { name } = this.policy;
    for (const parked of this.from.parked) {
      if (!(await this.catchUp(parked, signal))) continue;
      await this.lease.unpark(parked);
      this.#held.delete(parked.stream);
      this.parts.log.info({ policy: name, stream: parked.stream }, 'a parked stream was reacted to after all');
    }
  }

  private async catchUp(parked: Parked, signal: AbortSignal): Promise<boolean> {
    const waiting = await heldBack(this.parts.events, parked, this.at);
    if (!waiting) return false;
    for (const event of waiting) {
      if (concerns(this.policy, event) && (await this.ask(asUnread(event), signal)) === 'parked') return false;
    }
    return true;
  }
}
