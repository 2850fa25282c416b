import { anyId, eventsOf, fact, type EventOf } from '#kernel';

/** Every fact that a `beginning-…` stream can hold: one such stream stands beside each body and each place. */
export const beginningEvents = eventsOf('beginning', {
  /** That the record of somebody, or of a body, holds a period that cannot begin earlier. */
  DependantNoted: fact('Dependant noted', '依存记录已登记', { by: anyId() }),
});

export type BeginningEvent = EventOf<typeof beginningEvents>;
