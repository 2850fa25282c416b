import type { Pack } from './effective.js';

/** How deadlines are shown. */
export interface DeadlinePolicy {
  /** For how long before its due time something open counts as due soon. */
  readonly dueSoonMinutes: number;
}

/** Three days [design]: time enough to ask for an extension before it is too late to ask. */
export const deadlinePack: Pack<DeadlinePolicy> = [
  { from: '2020-01-01T00:00:00.000Z', value: { dueSoonMinutes: 3 * 24 * 60 } },
];
