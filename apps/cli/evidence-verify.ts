import { evidenceEvents, evidenceStream } from '#contexts/evidence';
import { kindOf } from '#kernel';
import { LogFacts } from '#platform/decide';
import type { After, EventStore, UnreadEvent } from '#platform/event-store';
import { lookAtKept, StoreUnavailable, type EvidenceStore } from '#platform/evidence-files';
import { openEvidenceStore } from '../api/evidence/evidence-providers.js';
import { openEventLog } from '../api/event-log.js';
import { showSteps } from './show-steps.js';
import { withDatabase } from './with-database.js';

/** One file, and how it was found; `unknown` where its store did not answer. */
export interface VerifiedFile {
  readonly evidence: string;
  readonly found: string;
}

type Recorded = Pick<EventStore, 'head' | 'scan' | 'readStream'>;
const PAGE = 1_000;

/** Whether an event says that a file is kept. */
const isStored = ({ stream, type }: Pick<UnreadEvent, 'stream' | 'type'>): boolean =>
  kindOf(stream) === evidenceEvents.kind && type === 'EvidenceStored';

/** The files that the log says are kept, page by page. */
async function* keptFiles(events: Recorded, end: bigint) {
  let after: After = 'start';
  while (after === 'start' || after < end) {
    const page = await events.scan({ after, limit: PAGE });
    after = page.at(-1)?.position ?? end;
    for (const { stream, position: at } of page.filter(isStored)) {
      const state = await new LogFacts(events).state(evidenceStream, stream);
      if (state.is === 'stored' || state.is === 'quarantined') yield { stream, address: state.address, at };
    }
  }
}

/** Compares every file that the log says is kept with its address; nothing is recorded, and no key is needed. */
export const verifyEvidence = async (
  events: Recorded,
  store: EvidenceStore,
  progressed: (at: bigint, end: bigint) => void = () => undefined,
): Promise<readonly VerifiedFile[]> => {
  const end = await events.head();
  const rows: VerifiedFile[] = [];
  if (end === 'start') return rows;
  for await (const { stream, address, at } of keptFiles(events, end)) {
    const found = await lookAtKept(store, address).catch((error: unknown) => {
      if (error instanceof StoreUnavailable) return 'unknown' as const;
      throw error;
    });
    rows.push({ evidence: stream, found });
    progressed(at, end);
  }
  return rows;
};

/** The same on the server's own log and store. */
export const evidenceVerify = (): Promise<readonly VerifiedFile[]> =>
  withDatabase(async ({ applicationUrl, config }) => {
    const events = await openEventLog({ applicationUrl, eventStoreUrl: config.eventStoreUrl });
    const shown = showSteps({ verify: 'verify 验证' });
    try {
      return await verifyEvidence(events, await openEvidenceStore(config), shown.step('verify'));
    } finally {
      shown.end();
      await events.close();
    }
  });
