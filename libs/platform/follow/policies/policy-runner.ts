import type { AnyReactor } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import { FollowLoop, type Work } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';
import { sharedScan } from '../loop/shared-scan.js';
import type { ViewStore } from '../views/view-store.js';
import { AskDispatcher, type DecideAsk } from './ask-dispatcher.js';
import type { PolicyLease, PolicyStore } from './policy-store.js';
import { PolicyTerm } from './policy-term.js';
import { SideBySide } from '../loop/side-by-side.js';

/** What policies need of the log. */
export type PolicyLog = Pick<EventStore, 'head' | 'scan' | 'readStream' | 'grown'>;

export interface PolicyRunning {
  /** Policies and processes. */
  readonly policies: readonly AnyReactor[];
  /** Where the memories of processes are kept: the store of the views. */
  readonly memory: Pick<ViewStore, 'rowsAt' | 'parked'>;
  readonly store: PolicyStore;
  readonly events: PolicyLog;
  readonly decide: DecideAsk;
  readonly log: Log;
  /** Told how far a policy has come, each time that changes. */
  readonly moved?: (policy: string, to: After) => void;
}

/**
 * Carries out what policies ask for, at least once and with the effect of once: each command's id follows from its cause. Each policy
 * has a checkpoint of its own, which moves on when everything was answered. A refusal is an answer; a policy that throws makes its
 * stream wait (F20), for itself alone.
 */
export class PolicyRunner {
  readonly #loop: FollowLoop<PolicyLease>;

  constructor(private readonly parts: PolicyRunning) {
    const { policies, store, events, log } = parts;
    const names = new Set(policies.map(({ name }) => name));
    if (names.size < policies.length) throw new Error('two policies have the same name');
    // They never let anything gather: commands rest on what policies did, and have no way to wait for it.
    this.#loop = new FollowLoop(
      { name: 'policies', lease: () => store.lease(), begin: (lease) => this.begin(lease) },
      events,
      log,
    );
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

  private async begin(lease: PolicyLease): Promise<Work> {
    const { policies, events, decide, log } = this.parts;
    const parts = { ...this.parts, scans: sharedScan(events), dispatcher: new AskDispatcher(decide, log) };
    const terms: PolicyTerm[] = [];
    for (const policy of policies) terms.push(await PolicyTerm.begin(policy, parts, lease));
    const running = new SideBySide(terms, events);
    return async (signal) => {
      // With no policy there is nothing to end it.
      if (terms.length === 0) return events.head();
      await running.run(signal);
      return undefined;
    };
  }
}
