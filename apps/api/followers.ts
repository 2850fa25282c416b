import { Decide } from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import {
  PolicyRunner,
  ViewFollower,
  type DecideAsk,
  type Parked,
  type PolicyStore,
  type Progress,
  type ViewStore,
} from '#platform/follow';
import { LOG, type Log } from '#platform/telemetry';
import { VIEW_REGISTRY, VISIBILITY, type ViewRegistry } from '#platform/views';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { POLICIES_OF_ALL } from './contexts.js';

export const VIEW_STORE = Symbol('ViewStore');
export const POLICY_STORE = Symbol('PolicyStore');

/** What follows the log: the views, and the policies with their commands. */
@Injectable()
export class Followers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly views: ViewFollower;
  private readonly policies: PolicyRunner;

  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(EVENT_STORE) events: EventStore,
    @Inject(VIEW_REGISTRY) views: ViewRegistry,
    @Inject(VIEW_STORE) viewStore: ViewStore,
    @Inject(POLICY_STORE) policyStore: PolicyStore,
    @Inject(VISIBILITY) progress: Progress,
    @Inject(LOG) log: Log,
  ) {
    const decide: DecideAsk = ({ decider, stream, command }, as) =>
      bus.execute(new Decide(decider, stream, command, as));
    this.views = new ViewFollower({
      ...{ views, store: viewStore, events, log },
      moved: progress.moved,
      waiters: progress.waiters,
    });
    this.policies = new PolicyRunner({
      policies: POLICIES_OF_ALL,
      store: policyStore,
      memory: viewStore,
      events,
      decide,
      log,
      moved: progress.reacted,
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.views.start();
    this.policies.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.policies.stop(), this.views.stop()]);
  }

  /** Streams that a view or a policy cannot get past. */
  async parked(): Promise<readonly Parked[]> {
    return (await Promise.all([this.views.parked(), this.policies.parked()])).flat();
  }
}
