import type { Pack } from './effective.js';

/** How long a recipient of a directive has for signing for it. */
export interface AcknowledgementPolicy {
  /** Minutes from the first delivery, by urgency; what is left out has no limit. */
  readonly minutes: Readonly<Partial<Record<'extraUrgent' | 'urgent' | 'ordinary', number>>>;
}

/** What is ordinary has a working day, and there is no calendar to count it by. */
export const acknowledgementPack: Pack<AcknowledgementPolicy> = [
  { from: '2020-01-01T00:00:00.000Z', value: { minutes: { extraUrgent: 60, urgent: 4 * 60 } } },
];
