import { Decide, LOG_CLOCK, type LogClock } from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import {
  PolicyRunner,
  timerDelay,
  TimerRunner,
  ViewFollower,
  type DecideAsk,
  type Parked,
  type PolicyStore,
  type Progress,
  type TimerDelay,
  type TimerStore,
  type ViewStore,
} from '#platform/follow';
import { LOG, type Log } from '#platform/telemetry';
import { VIEW_REGISTRY, VISIBILITY, type ViewRegistry } from '#platform/views';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { POLICIES_OF_ALL, TIMERS_OF_ALL } from './contexts.js';

export const VIEW_STORE = Symbol('ViewStore');
export const POLICY_STORE = Symbol('PolicyStore');
export const TIMER_STORE = Symbol('TimerStore');

/** What follows the log: the views, and the policies and timers with their commands. */
@Injectable()
export class Followers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly views: ViewFollower;
  private readonly policies: PolicyRunner;
  private readonly timers: TimerRunner;

  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(VIEW_REGISTRY) views: ViewRegistry,
    @Inject(VIEW_STORE) viewStore: ViewStore,
    @Inject(POLICY_STORE) policyStore: PolicyStore,
    @Inject(TIMER_STORE) private readonly timerStore: TimerStore,
    @Inject(VISIBILITY) progress: Progress,
    @Inject(LOG_CLOCK) clock: LogClock,
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
    this.timers = new TimerRunner({
      ...{ timers: TIMERS_OF_ALL, store: timerStore, events, decide, log },
      clock: clock.now,
    });
    clock.beforeRunningAhead((moment) => this.timers.reach(moment));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.views.start();
    this.policies.start();
    this.timers.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.timers.stop(), this.policies.stop(), this.views.stop()]);
  }

  /** Streams that a view, a policy or a timer cannot get past. */
  async parked(): Promise<readonly Parked[]> {
    return (await Promise.all([this.views.parked(), this.policies.parked(), this.timers.parked()])).flat();
  }

  /** How far the timers are behind. */
  timerDelay(now: Date): Promise<TimerDelay> {
    return timerDelay({ timers: TIMERS_OF_ALL, store: this.timerStore, events: this.events }, now);
  }
}
