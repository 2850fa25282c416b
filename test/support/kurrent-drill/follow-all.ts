import type { KurrentEventStore } from '../../../libs/platform/eventstoredb/index.js';
import type { After, StoredEvent } from '../../../libs/platform/event-store/index.js';

/** Reads what comes, as the application's followers do; tells each stream that it saw. */
export const followAll = async (
  store: KurrentEventStore,
  saw: (stream: string) => void,
  signal: AbortSignal,
): Promise<void> => {
  for (let after: After = 'start'; !signal.aborted;) {
    const events: readonly StoredEvent[] = await store.readAll({ after, limit: 100 }).catch(() => []);
    for (const { stream } of events) saw(stream);
    after = events.at(-1)?.position ?? after;
    if (events.length === 0) await store.grown(after, signal);
  }
};
