import type { Pack } from './effective.js';

/** How far back an act may be dated when it is entered. */
export const ACT_DATING: Pack<{
  readonly earliest: string;
  readonly officeMinutes: number;
  readonly fieldDays: number;
}> = [
  {
    from: '1949-09-30T16:00:00.000Z',
    // 1949-10-01 in China.
    value: { earliest: '1949-09-30T16:00:00.000Z', officeMinutes: 15, fieldDays: 7 },
  },
];
