import { SYSTEM } from '#access';
import type { Id, Message, Occasion } from '#kernel';
import { uuidV5 } from '#platform/event-store';

/** A command that is due at a moment, as it is stored; one for each timer, stream and key. */
export interface DueRow {
  readonly timer: string;
  /** Whose event set it. */
  readonly stream: Id;
  readonly key: string;
  /** ISO 8601, UTC, milliseconds: such texts have the order of time. */
  readonly at: string;
  /** What is asked for then; the kind says by which decider. */
  readonly ask: { readonly kind: string; readonly stream: Id; readonly command: Message };
  /** The event that set it. */
  readonly cause: { readonly eventId: string; readonly correlationId: string; readonly position: bigint };
}

/** Where a row lies among those of its timer. */
export type RowKey = Pick<DueRow, 'stream' | 'key'>;

/** A text that only this very row has: one that was set again is another one. */
export const identityOf = ({ timer, stream, key, at, cause }: DueRow): string =>
  JSON.stringify([timer, stream, key, at, cause.eventId]);

const firstDifference = (a: readonly string[], b: readonly string[]): number => {
  const index = a.findIndex((text, n) => text !== b[n]);
  if (index < 0) return 0;
  return (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
};
const sortedBy = ({ at, stream, key, timer }: DueRow) => [at, stream, key, timer];

/** The order in which rows are decided. */
export const compareDue = (a: DueRow, b: DueRow): number => firstDifference(sortedBy(a), sortedBy(b));

/** The namespace of the ids of commands that timers ask for. */
const TIMERS = '7d1c5a3e-4a0b-5f0e-9d3c-0a6f6d2b8c11';

/** The occasion of what a row asks for: it counts as having happened when it was due, and its id is the same however often it is asked. */
export const occasionOfRow = ({ timer, stream, key, at, cause }: DueRow): Occasion => ({
  actorId: SYSTEM.actorId,
  occurredAt: at,
  commandId: uuidV5(JSON.stringify([timer, stream, key, at]), TIMERS),
  correlationId: cause.correlationId,
  causationId: cause.eventId,
  source: 'system',
});
