import { ref, type Text } from '#kernel';
import { LOG_CLOCK, type LogClock } from '#platform/decide';
import { EVENT_STORE, type After, type EventStore } from '#platform/event-store';
import type { Progress } from '#platform/follow';
import { PostgresSecurityLog, PostgresViewBuilds, queryPool, type Pool } from '#platform/postgres';
import type { SecurityEntry } from '#platform/security';
import { VIEW_REGISTRY, VISIBILITY, type ViewRegistry } from '#platform/views';
import { Inject, Injectable } from '@nestjs/common';
import { POOL } from '../connections.js';
import { Followers } from '../followers.js';
import { failingOf, READINESS, type ReadinessCheck } from '../readiness.js';
import { RunningProbes } from '../running-probes.js';
import { SETTINGS, type ShownSetting } from './shown-settings.js';
import type { Freshness, System } from './system.row.js';
import { viewStandings } from './view-standings.js';

const MOST_PARKED = 100;
const LONG_AGO = new Date(0);

const at = (position: After): string | undefined => (position === 'start' ? undefined : String(position));
const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;
const factsOf = (facts: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);

/** How the server stands, as it is found out when somebody asks: nothing of it is kept. */
@Injectable()
export class SystemReport {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(LOG_CLOCK) private readonly clock: Pick<LogClock, 'fresh' | 'began'>,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(VIEW_REGISTRY) private readonly registry: ViewRegistry,
    @Inject(VISIBILITY) private readonly progress: Pick<Progress, 'freshness'>,
    @Inject(Followers) private readonly followers: Pick<Followers, 'parked'>,
    @Inject(RunningProbes) private readonly probes: Pick<RunningProbes, 'look' | 'standing'>,
    @Inject(READINESS) private readonly checks: readonly ReadinessCheck[],
    @Inject(SETTINGS) readonly settings: readonly ShownSetting[],
  ) {}

  async log(): Promise<Pick<System, 'at' | 'head' | 'testClockFrom'>> {
    const [now, head, began] = [await this.clock.fresh(), await this.events.head(), await this.clock.began()];
    return { at: now.toISOString(), head: at(head), testClockFrom: began };
  }

  async failing(): Promise<System['failing']> {
    return [...(await failingOf(this.checks))];
  }

  async views(): Promise<System['views']> {
    const tables = await new PostgresViewBuilds(this.pool, this.registry, this.events).tables();
    const standings = await viewStandings(this.events, tables, await this.clock.fresh());
    return standings.map(({ view: name, version, build, state, at: position, parked, lag }) => ({
      ...{ name, version, build, state, position: at(position), parked },
      ...{ eventsBehind: lag.events, secondsBehind: tenths(lag.seconds) },
    }));
  }

  async parked(): Promise<System['parked']> {
    const found = await this.followers.parked();
    return found.slice(0, MOST_PARKED).map(({ follower, stream, position, error }) => ({
      follower,
      stream: ref(stream),
      position: String(position),
      error,
    }));
  }

  /** Looks now; what cannot be seen now stands as it was seen last. */
  async measures(told: (text: Text) => string): Promise<Pick<System, 'measures' | 'alarms'>> {
    const metrics = await this.probes.look();
    return {
      measures: metrics.map(({ name, labels = {}, help, value }) => ({
        ...{ name, of: Object.values(labels).join(' ') || undefined, said: told(help), value: tenths(value) },
      })),
      alarms: this.probes.standing.map(({ name, of, text, facts }) => ({
        ...{ name, of, said: told(text), facts: [...factsOf(facts)] },
      })),
    };
  }

  /** How far lists are behind, for everybody who reads one. */
  async freshness(): Promise<Freshness> {
    const { head, reached, lag } = await this.progress.freshness(await this.clock.fresh());
    return {
      ...{ head: at(head), reached: at(reached) },
      ...{ eventsBehind: lag.events, secondsBehind: tenths(lag.seconds) },
    };
  }

  /** The newest entries, the newest first. */
  async securityLog(most: number): Promise<readonly SecurityEntry[]> {
    return [...(await new PostgresSecurityLog(queryPool(this.pool)).since(LONG_AGO, most))].reverse();
  }
}
