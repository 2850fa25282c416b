import { anId, anInstant, anyId, aTerritoryPath, eventsOf, fact, oneOf, personal, type EventOf } from '#kernel';
import { z } from 'zod';
import { LATE_ENTRY_KINDS } from './late-entry.words.js';

const mark = {
  number: z.string().min(1).optional(),
  photoSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
};
const count = z.int().min(1);

/** Every fact that a `lateEntry-…` stream can hold. */
export const lateEntryEvents = eventsOf('lateEntry', {
  LateEntryRegistered: fact('Late entry registered', '补录已登记', {
    kind: oneOf(LATE_ENTRY_KINDS.words),
    ...mark,
    takenBy: anId('person').optional(),
    what: personal(),
    /** The instants that its acts may state; one moment for paper. */
    happenedFrom: anInstant(),
    happenedTo: anInstant(),
    count,
    about: anyId().optional(),
    reason: personal(),
    registeredBy: z.strictObject({ orgId: anId('organisation'), territoryPath: aTerritoryPath() }),
  }),
  /** From here on its acts may be told. */
  LateEntryConfirmed: fact('Late entry confirmed', '补录已确认', { ...mark, count }),
  LateEntryRefused: fact('Late entry refused', '补录不予确认', { reason: personal() }),
  /** One of its acts was told: which, and on which stream. */
  LateEntryUsed: fact('Late entry used', '补录已使用', { act: z.string().min(1), told: anyId() }),
});

export type LateEntryEvent = EventOf<typeof lateEntryEvents>;
