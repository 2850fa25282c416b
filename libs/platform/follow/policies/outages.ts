import { OutcomeUnknown, Overloaded, StorageFull, Unavailable } from '#platform/event-store';

/** Failures of the machine: they pass when somebody mends it, however long that takes. */
const OUTAGES = [Unavailable, StorageFull, Overloaded, OutcomeUnknown] as const;

/** Whatever the log calls it in particular. */
export const isOutage = (error: unknown): boolean => OUTAGES.some((of) => error instanceof of);
