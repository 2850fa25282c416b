import type { StateSource } from '#kernel';
import { LogFacts } from '#platform/decide';
import type { EventStore } from '#platform/event-store';

/** Where things stand in the log at each look. */
export const factsNow = (log: Pick<EventStore, 'readStream'>): StateSource => ({
  state: (of, stream) => new LogFacts(log).state(of, stream),
});
