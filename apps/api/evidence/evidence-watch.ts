import { setTimeout as pause } from 'node:timers/promises';
import { SYSTEM } from '#access';
import { evidenceCard } from '#contexts/evidence/evidence.module';
import { isId, type Id } from '#kernel';
import { MAX_PAGE } from '#platform/graphql';
import { LOG, type Log } from '#platform/telemetry';
import { VIEWS, type Views } from '#platform/views';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EvidenceCheck } from './evidence-check.js';
import { EvidenceDesk } from './evidence-desk.js';
import { restAfter, untilNight } from './nightly.js';

const HOUR_MS = 60 * 60_000;
const OF_ALL = { actor: SYSTEM } as const;

/** Looks after evidence while the application runs: every hour after uploads that stand still, every night after every file. */
@Injectable()
export class EvidenceWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stopping = new AbortController();
  #running: readonly Promise<void>[] = [];

  constructor(
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
    @Inject(EvidenceCheck) private readonly check: EvidenceCheck,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = () => this.desk.sweep(new Date());
    this.#running = [
      this.again(sweep, () => HOUR_MS, 'now'),
      this.again(
        () => this.lookAtAll(),
        () => untilNight(new Date()),
      ),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  /** Looks at every file, no faster than it is said; what cannot be found out now is looked at again the next night. */
  async lookAtAll(): Promise<void> {
    for await (const id of this.files()) {
      if (this.#stopping.signal.aborted) return;
      const seen = await this.check.look(id);
      await this.rest(restAfter(seen?.bytes ?? 0));
    }
  }

  private async *files(): AsyncGenerator<Id<'evidence'>> {
    let after: string | undefined;
    do {
      const { edges, hasNextPage } = await this.views.page(
        evidenceCard,
        { first: MAX_PAGE, ...(after && { after }) },
        OF_ALL,
      );
      for (const { node } of edges) if (isId('evidence', node.id)) yield node.id;
      after = hasNextPage ? edges.at(-1)?.cursor : undefined;
    } while (after !== undefined);
  }

  /** How many files are not as they were kept. */
  quarantined(): Promise<number> {
    return this.views.count(evidenceCard, { where: { status: 'quarantined' } }, OF_ALL);
  }

  private async again(work: () => Promise<void>, wait: () => number, first?: 'now'): Promise<void> {
    if (!first) await this.rest(wait());
    while (!this.#stopping.signal.aborted) {
      await work().catch((error: unknown) => {
        this.log.error({ error }, 'evidence could not be looked after');
      });
      await this.rest(wait());
    }
  }

  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => undefined);
  }
}
