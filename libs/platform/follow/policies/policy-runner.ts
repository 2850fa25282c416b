import type { AnyPolicy, Id } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import { AskDispatcher, type DecideAsk } from './ask-dispatcher.js';
import { FollowLoop } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';
import type { PolicyLease, PolicyStore } from './policy-store.js';
import { PolicyTerm } from './policy-term.js';

export interface PolicyRunning {
  readonly policies: readonly AnyPolicy[];
  readonly store: PolicyStore;
  readonly events: EventStore;
  readonly decide: DecideAsk;
  readonly log: Log;
  /** Told how far the policies have come, each time that changes. */
  readonly moved?: (to: After) => void;
}

/**
 * Carries out what policies ask for, at least once and with the effect of once: each command's id follows from its cause. The
 * checkpoint moves on when everything was answered. A refusal is an answer; a policy that throws makes its stream wait (F20).
 */
export class PolicyRunner {
  readonly #loop: FollowLoop<PolicyLease>;

  constructor(private readonly parts: PolicyRunning) {
    const { policies, store, events, log } = parts;
    const names = new Set(policies.map(({ name }) => name));
    if (names.size < policies.length) throw new Error('two policies have the same name');
    const asking = new AskDispatcher(parts.decide, log);
    const begin = async (lease: PolicyLease) => (await PolicyTerm.begin({ ...parts, asking }, lease)).turn;
    // They never let anything gather: commands rest on what policies did, and have no way to wait for it.
    this.#loop = new FollowLoop({ name: 'policies', lease: () => store.lease(), begin }, events, log);
  }

  start(): void {
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** Streams that wait, for any policy. */
  parked(): Promise<readonly Parked[]> {
    return this.parts.store.parked();
  }

  /** Tries a parked stream again, or all of them, after its cause was removed. Starting the program does the same. */
  async resume(stream?: Id): Promise<void> {
    await this.parts.store.retry(stream);
    this.#loop.wake();
  }
}
