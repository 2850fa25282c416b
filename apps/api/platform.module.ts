import { recordedLateEntries } from '#contexts/imports';
import {
  CLOCK,
  datedByLog,
  DATING,
  DecideHandler,
  LATE_ENTRIES,
  LogClock,
  LOG_CLOCK,
  Possible,
  RIGHTS,
  STREAMS,
  type Clock,
} from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import { AUTHENTICATOR, OWN_ORIGIN, OwnOrigin } from '#platform/identity';
import { type KeptKeys, PERSONAL_DATA, PersonalDataCipher, type PersonalData } from '#platform/personal-data';
import {
  openPool,
  PostgresPolicyStore,
  PostgresTimerStore,
  PostgresViews,
  PostgresViewStore,
  type Pool,
} from '#platform/postgres';
import { Progress } from '#platform/follow';
import { SECURITY_LOG, SENTRY } from '#platform/security';
import { LOG, type Log } from '#platform/telemetry';
import { Entries, HISTORY, History, RECORDS, Records } from '#platform/timeline';
import { ViewRegistry, VIEW_REGISTRY, VIEWS, VISIBILITY } from '#platform/views';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { ACT_BOUNDS, rightsIn } from './act-rules.js';
import { DOOR } from './auth/door.js';
import { doors } from './auth/doors.js';
import { OPENID_DOOR } from './auth/openid-door.js';
import { Sweeping } from './auth/sweeping.js';
import {
  CATALOGUES_OF_ALL,
  PARTS_OF_RECORDS,
  POLICIES_OF_ALL,
  STREAMS_OF_ALL,
  TIMERS_OF_ALL,
  VIEWS_OF_ALL,
} from './contexts.js';
import { isWrittenWhereRead, type Opened } from './event-log.js';
import { TLS_FILES } from './network/tls-files.js';
import { READINESS, readiness } from './readiness.js';
import { EvidenceDesk } from './evidence/evidence-desk.js';
import { evidenceProviders, STAGING } from './evidence/evidence-providers.js';
import { EvidenceReader } from './evidence/evidence-reader.js';
import { Followers, POLICY_STORE, TIMER_STORE, VIEW_STORE } from './followers.js';
import { Connections, KEY_STORE, POOL } from './connections.js';
import { securityProviders } from './security/security-providers.js';
import { Upkeep } from './security/upkeep.js';
import { RunningProbes } from './running-probes.js';
import { SETTINGS } from './system/shown-settings.js';
import { SystemReport } from './system/system-report.js';

/** Which adapter stands behind which port. */
const adapters = ({ applicationUrl, events, keys, dataDir, tls, ...settings }: Opened): Provider[] => [
  { provide: POOL, useFactory: () => openPool({ url: applicationUrl, name: 'views', max: 10 }) },
  { provide: EVENT_STORE, useValue: events },
  { provide: TLS_FILES, useValue: tls },
  { provide: OWN_ORIGIN, useValue: new OwnOrigin(settings.network?.publicUrl, tls !== undefined) },
  { provide: KEY_STORE, useValue: keys },
  {
    provide: PERSONAL_DATA,
    inject: [KEY_STORE],
    useFactory: (keys: KeptKeys) => new PersonalDataCipher(keys),
  },
  ...securityProviders(settings.rates),
  ...doors({ dataDir, ...settings }),
  {
    provide: VIEW_STORE,
    inject: [POOL, VIEW_REGISTRY, EVENT_STORE],
    useFactory: (pool: Pool, views: ViewRegistry, events: EventStore) => new PostgresViewStore(pool, views, events),
  },
  {
    provide: POLICY_STORE,
    inject: [POOL, EVENT_STORE],
    useFactory: (pool: Pool, events: EventStore) => new PostgresPolicyStore(pool, POLICIES_OF_ALL, events),
  },
  {
    provide: TIMER_STORE,
    inject: [POOL, EVENT_STORE],
    useFactory: (pool: Pool, events: EventStore) => new PostgresTimerStore(pool, TIMERS_OF_ALL, events),
  },
  {
    provide: VISIBILITY,
    inject: [VIEW_REGISTRY, VIEW_STORE, POLICY_STORE, EVENT_STORE, POOL],
    useFactory: (
      views: ViewRegistry,
      viewStore: PostgresViewStore,
      policyStore: PostgresPolicyStore,
      ...[events, pool]: [EventStore, Pool]
    ) => {
      const isSource = isWrittenWhereRead(settings.eventStoreUrl, pool);
      return new Progress({ views, policies: POLICIES_OF_ALL, viewStore, policyStore, events, isSource });
    },
  },
  {
    provide: VIEWS,
    inject: [POOL, VIEW_REGISTRY, EVENT_STORE, VISIBILITY, PERSONAL_DATA, CLOCK],
    useFactory: (...parts: [Pool, ViewRegistry, EventStore, Progress, PersonalData, Clock]) => {
      const [pool, views, events, visibility, personal, clock] = parts;
      return new PostgresViews({ pool, views, events, visibility, personal, clock });
    },
  },
  {
    provide: READINESS,
    inject: [EVENT_STORE, VISIBILITY, CLOCK, KEY_STORE],
    useFactory: readiness,
  },
  {
    provide: HISTORY,
    inject: [EVENT_STORE, PERSONAL_DATA, CLOCK],
    useFactory: (events: EventStore, personal: PersonalData, clock: Clock) =>
      new History({ events, clock }, CATALOGUES_OF_ALL, personal),
  },
  {
    provide: RECORDS,
    inject: [EVENT_STORE, PERSONAL_DATA, CLOCK],
    useFactory: (events: EventStore, personal: PersonalData, clock: Clock) =>
      new Records({ events, clock }, new Entries(CATALOGUES_OF_ALL, personal), PARTS_OF_RECORDS),
  },
];

const EXPORTED = [
  AUTHENTICATOR,
  CLOCK,
  DOOR,
  EVENT_STORE,
  EvidenceDesk,
  EvidenceReader,
  HISTORY,
  LOG,
  LOG_CLOCK,
  OPENID_DOOR,
  OWN_ORIGIN,
  PERSONAL_DATA,
  RECORDS,
  SECURITY_LOG,
  SENTRY,
  STAGING,
  VIEWS,
  VIEW_REGISTRY,
  VISIBILITY,
];

/** The clock of the log; by which one it goes is known before anything follows it. */
const openedClock = async (events: EventStore): Promise<LogClock> => {
  const clock = new LogClock(events);
  // A log that does not answer now is asked again with the first command.
  await clock.fresh().catch(() => undefined);
  return clock;
};

/** What every context stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Opened, log: Log): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: LOG, useValue: log },
        { provide: LOG_CLOCK, useFactory: () => openedClock(settings.events) },
        { provide: CLOCK, inject: [LOG_CLOCK], useFactory: (clock: LogClock) => clock.now },
        {
          provide: DATING,
          inject: [LOG_CLOCK],
          useFactory: (clock: LogClock) => datedByLog(clock, ACT_BOUNDS, recordedLateEntries),
        },
        { provide: LATE_ENTRIES, useValue: recordedLateEntries },
        { provide: STREAMS, useValue: STREAMS_OF_ALL },
        {
          provide: RIGHTS,
          inject: [EVENT_STORE],
          useFactory: rightsIn,
        },
        { provide: VIEW_REGISTRY, useValue: new ViewRegistry(VIEWS_OF_ALL) },
        ...adapters(settings),
        ...evidenceProviders(settings),
        Connections,
        Followers,
        Sweeping,
        RunningProbes,
        { provide: SETTINGS, useValue: settings.shown ?? [] },
        SystemReport,
        Upkeep,
        DecideHandler,
        Possible,
      ],
      exports: [...EXPORTED, Possible, READINESS, RunningProbes, SystemReport],
    };
  }
}
