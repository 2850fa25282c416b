import { CLOCK, type Clock } from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import type { EvidenceStore } from '#platform/evidence-files';
import type { Progress } from '#platform/follow';
import type { KeptKeys } from '#platform/personal-data';
import { lookAtStandbys, OpenTransactions, queryPool, type Pool } from '#platform/postgres';
import { SECURITY_LOG, type BufferedSecurityLog } from '#platform/security';
import { LOG, HealthProbes, type Log } from '#platform/telemetry';
import { VISIBILITY } from '#platform/views';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { KEY_STORE, POOL } from './connections.js';
import { Followers } from './followers.js';
import { keysProbe, lagProbe, parkedProbe, transactionProbe } from './health-probes.js';
import { evidenceProbe } from './evidence/evidence-probe.js';
import { EVIDENCE_STORE } from './evidence/evidence-providers.js';
import { EvidenceWatch } from './evidence/evidence-watch.js';
import { clockProbe } from './clock-probe.js';
import { OPENID_DOOR, type OpenIdDoor } from './auth/openid-door.js';
import { issuerProbe } from './openid/issuer-probe.js';
import { TLS_FILES, type TlsFiles } from './network/tls-files.js';
import { tlsProbe } from './network/tls-probe.js';
import { historyProbe } from './history-probe.js';
import { standbyProbe } from './standby-probe.js';
import { droppedProbe } from './security/dropped-probe.js';

/** What is looked after while the application runs. */
@Injectable()
export class RunningProbes extends HealthProbes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(VISIBILITY) progress: Progress,
    @Inject(Followers) followers: Followers,
    @Inject(POOL) pool: Pool,
    @Inject(KEY_STORE) keys: Pick<KeptKeys, 'check'>,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Log,
    @Inject(EvidenceWatch) evidence: EvidenceWatch,
    @Inject(EVIDENCE_STORE) store: EvidenceStore,
    @Inject(TLS_FILES) tls: TlsFiles | undefined,
    @Inject(OPENID_DOOR) openId: OpenIdDoor | undefined,
    @Inject(SECURITY_LOG) securityLog: BufferedSecurityLog,
  ) {
    const probes = [
      lagProbe(progress, followers, clock),
      parkedProbe(() => followers.parked()),
      transactionProbe(new OpenTransactions(pool)),
      clockProbe(events, clock),
      historyProbe(events),
      keysProbe(() => {
        keys.check();
      }),
      evidenceProbe(() => evidence.quarantined(), store),
      standbyProbe(() => lookAtStandbys(queryPool(pool))),
      droppedProbe(securityLog),
      ...(tls ? [tlsProbe(tls, clock)] : []),
      ...(openId ? [issuerProbe(openId.issuer)] : []),
    ];
    super(probes, log);
  }

  /** Streams whose history is known to be damaged by now. */
  get damaged(): readonly string[] {
    return this.events.damages().map(({ stream }) => stream);
  }

  onApplicationBootstrap(): void {
    this.start();
    // Whoever asks once is looked for from now on.
    this.events.damages();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }
}
