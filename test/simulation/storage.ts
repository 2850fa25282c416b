import { MemoryEventStore, type After, type EventStore } from '#platform/event-store';
import type { Parked, PolicyStore, TimerStore, ViewStore } from '#platform/follow';
import type { Lock } from './lock.js';
import { MemoryPolicyStore } from './memory-policy-store.js';
import { MemoryTimerStore } from './memory-timer-store.js';
import { MemoryViewStore } from './memory-view-store.js';
import type { Watched } from './report.js';

/** Where a spec puts a fault of its own into the machinery, to see that it is found. */
export interface Mutation {
  readonly events?: (events: EventStore) => EventStore;
  readonly views?: (store: ViewStore) => ViewStore;
  readonly policies?: (store: PolicyStore) => PolicyStore;
  readonly timers?: (store: TimerStore) => TimerStore;
}

/** The ports through which processes reach what is kept. */
interface Ports {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly policies: PolicyStore;
  readonly timers: TimerStore;
}

/** What outlives every process of a run: the log, and what followers keep beside it. */
export class Storage {
  readonly log: MemoryEventStore;
  readonly views: MemoryViewStore;
  readonly policies = new MemoryPolicyStore();
  readonly timers = new MemoryTimerStore();
  readonly ports: Ports;

  constructor(
    private readonly watched: Watched,
    mutation: Mutation,
    now: () => Date,
  ) {
    this.log = new MemoryEventStore(now);
    this.views = new MemoryViewStore(watched.views, this.log);
    this.ports = {
      events: mutated(this.log, mutation.events),
      views: mutated(this.views, mutation.views),
      policies: mutated(this.policies, mutation.policies),
      timers: mutated(this.timers, mutation.timers),
    };
  }

  /** Those that end with the connection of whoever has them. */
  get locks(): readonly Lock[] {
    return [this.views.lock, this.views.building, this.policies.lock, this.timers.lock];
  }

  /** Whether all followers stand here, and nothing is due any more. */
  isAt(end: After): boolean {
    const isDone = this.policies.isAt(end) && this.timers.isAt(end) && this.timers.rows.length === 0;
    return isDone && this.watched.views.every((view) => this.views.at(view) === end);
  }

  async parked(): Promise<readonly Parked[]> {
    return (await Promise.all([this.views, this.policies, this.timers].map((one) => one.parked()))).flat();
  }
}

const mutated = <Port>(port: Port, mutate: ((port: Port) => Port) | undefined): Port => mutate?.(port) ?? port;
