import type { AnyPolicy } from '#kernel';
import {
  asUnread,
  UnreadableEvent,
  type After,
  type EventStore,
  type StoredEvent,
  type UnreadEvent,
} from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import { AskFailed, type AskDispatcher } from './ask-dispatcher.js';
import { parkAt } from '../fold/select-events.js';
import { ParkedSet } from './parked-set.js';
import type { Work } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';
import type { PolicyLease } from './policy-store.js';
import { compareAfter } from '../loop/position.js';
import { ReadAhead } from '../loop/read-ahead.js';
import { asksOf, concerns } from './reaction.js';

const BATCH = 500;

export interface PolicyTerms {
  readonly policies: readonly AnyPolicy[];
  readonly events: EventStore;
  readonly asking: AskDispatcher;
  readonly log: Log;
  /** Told how far the policies have come, each time that changes. */
  readonly moved?: (to: After) => void;
}

/** One term of being the process that runs the policies. */
export class PolicyTerm {
  readonly #ahead: ReadAhead;
  #begun = false;

  private constructor(
    private readonly parts: PolicyTerms,
    private readonly lease: PolicyLease,
    private at: After,
    private readonly held: ParkedSet,
  ) {
    this.#ahead = new ReadAhead(parts.events, BATCH);
  }

  static async begin(parts: PolicyTerms, lease: PolicyLease): Promise<PolicyTerm> {
    const claimed = await lease.checkpoint();
    const head = await parts.events.head();
    const at = compareAfter(claimed, head) > 0 ? head : claimed;
    if (at !== claimed) {
      parts.log.warn({}, 'the log is shorter than the policies remember: they go on from its end');
      await lease.move(claimed, at);
    }
    parts.moved?.(at);
    return new PolicyTerm(parts, lease, at, new ParkedSet(await lease.parked()));
  }

  readonly turn: Work = async (signal) => {
    if (this.held.any) await this.retry(await (this.#begun ? this.lease.retries() : this.lease.parked()), signal);
    this.#begun = true;
    const { events, isEnd } = await this.#ahead.after(this.at);
    for (const event of events) {
      if (await this.react(event, signal)) await this.move(event.position);
    }
    await this.move(events.at(-1)?.position ?? this.at);
    return isEnd ? this.at : undefined;
  };

  private async move(to: After): Promise<void> {
    if (to === this.at) return;
    await this.lease.move(this.at, to);
    this.at = to;
    this.parts.moved?.(to);
  }

  /** Whether any policy had something to say. */
  private async react(event: UnreadEvent, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    const policies = this.parts.policies.filter(
      (policy) => concerns(policy, event) && !this.held.has(policy.name, event.stream),
    );
    for (const policy of policies) await this.ask(policy, event, signal);
    return policies.length > 0;
  }

  /** A policy that throws makes its stream wait, and nobody else. */
  private async ask(policy: AnyPolicy, unread: UnreadEvent, signal: AbortSignal): Promise<boolean> {
    try {
      const event = unread.read();
      const history = await this.parts.events.readStream(event.stream, { limit: Number(event.revision) + 1 });
      const asks = reaction(policy, event, history);
      await this.parts.asking.all(policy, event, asks, signal);
      return true;
    } catch (error) {
      if (!(error instanceof AskFailed || error instanceof UnreadableEvent)) throw error;
      await this.park(parkAt(policy.name, unread, error instanceof AskFailed ? error.cause : error));
      return false;
    }
  }

  private async park(parked: Parked): Promise<void> {
    await this.lease.park(parked);
    this.held.add(parked);
    this.parts.log.error(
      { ...parked, position: String(parked.position) },
      'a stream waits: a policy cannot react to it',
    );
  }

  /** What a parked stream held back is asked for now, in the order of the log. */
  private async retry(waiting: readonly Parked[], signal: AbortSignal): Promise<void> {
    for (const parked of waiting) {
      const policy = this.parts.policies.find(({ name }) => name === parked.follower);
      if (policy && (await this.catchUp(policy, parked, signal))) {
        await this.lease.unpark(parked);
        this.held.release(parked);
        this.parts.log.info({ policy: policy.name, stream: parked.stream }, 'a parked stream was reacted to after all');
      }
    }
  }

  private async catchUp(policy: AnyPolicy, { stream, position }: Parked, signal: AbortSignal): Promise<boolean> {
    const events = await this.parts.events.readStream(stream).catch((error: unknown) => {
      if (error instanceof UnreadableEvent) return undefined;
      throw error;
    });
    if (!events) return false;
    for (const event of events.filter((event) => this.isHeldBack(event, position))) {
      if (concerns(policy, event) && !(await this.ask(policy, asUnread(event), signal))) return false;
    }
    return true;
  }

  private isHeldBack(event: StoredEvent, from: bigint): boolean {
    return event.position >= from && compareAfter(event.position, this.at) <= 0;
  }
}

const reaction = (policy: AnyPolicy, event: StoredEvent, history: readonly StoredEvent[]) => {
  try {
    return asksOf(policy, event, history);
  } catch (error) {
    throw new AskFailed('a policy threw', { cause: error });
  }
};
