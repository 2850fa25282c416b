/** Where a late entry can stand. */
export const LATE_ENTRY_STATUSES = ['registered', 'confirmed', 'refused'] as const;
export type LateEntryStatus = (typeof LATE_ENTRY_STATUSES)[number];

/** What something can be found on that is told late. */
export const LATE_ENTRY_KINDS = ['paper', 'ledger'] as const;
export type LateEntryKind = (typeof LATE_ENTRY_KINDS)[number];
