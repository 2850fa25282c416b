import { describe, expect, it } from '@jest/globals';
import { some } from '../finding.examples.js';
import { closureRates, rated } from './closure-rate.js';

const group = (value: string | null, counts: Record<string, number>) => ({
  value,
  total: counts['confirmed'] ?? 0,
  counts,
});

describe('a closure rate', () => {
  it('is closed out ÷ (confirmed − voided − merged)', () => {
    const flags = { closedOut: 6, onTime: 3, onTimeExtended: 4, late: 2, lateEntry: 1, returned: 3, relapsed: 1 };
    const counts = { confirmed: 11, counted: 8, voided: 2, merged: 1, ...flags, overdue: 2, dueSoon: 1 };
    expect(closureRates([group(null, counts)], undefined)).toEqual([
      {
        confirmed: 11,
        voided: 2,
        merged: 1,
        counted: 8,
        closedOut: 6,
        rate: 0.75,
        overdue: 2,
        dueSoon: 1,
        onTime: 3,
        onTimeExtended: 4,
        late: 2,
        lateEntries: 1,
        onTimeRate: 0.6,
        returned: 3,
        relapsed: 1,
      },
    ]);
  });

  it('is null when nothing counts, and there is always one when no groups are asked for', () => {
    const [voided] = closureRates([group('lostControl', { confirmed: 2, voided: 2, counted: 0 })], 'class');
    expect(voided).toMatchObject({ group: 'lostControl', confirmed: 2, voided: 2, counted: 0 });
    expect(voided).not.toHaveProperty('rate');
    expect(closureRates([], undefined)).toMatchObject([{ confirmed: 0, closedOut: 0 }]);
    expect(closureRates([], 'class')).toEqual([]);
  });

  it('names the unit of its group', () => {
    const [rate] = closureRates([group(some.station, { confirmed: 1, counted: 1 })], 'unit');
    expect(rate).toMatchObject({ unit: { id: some.station }, rate: 0 });
  });

  it('W3: has no on-time rate where nothing was on time or late, whatever was entered later', () => {
    const [rate] = closureRates([group(null, { confirmed: 1, counted: 1, closedOut: 1, lateEntry: 1 })], undefined);
    expect(rate).toMatchObject({ rate: 1, lateEntries: 1 });
    expect(rate).not.toHaveProperty('onTimeRate');
  });

  const moment = '2022-04-02T00:00:00.000Z';

  it('W5: is about the findings whose confirmation was recorded in the period, in China time', () => {
    const field = 'confirmationRecordedAt';
    expect(rated({ by: 'unit', from: '2022-03-01T00:00:00.000Z' }, moment)).toMatchObject({
      by: 'unitId',
      where: { confirmed: true },
      between: [{ field, from: '2022-03-01T00:00:00.000Z' }],
    });
    expect(rated({ month: '2022-03' }, moment).between).toEqual([
      { field },
      { field, from: '2022-02-28T16:00:00.000Z', to: '2022-03-31T16:00:00.000Z' },
    ]);
    expect(rated({}, moment)).not.toHaveProperty('by');
  });

  it('T3: counts what is overdue, and due soon, at the moment looked at', () => {
    expect(rated({}, moment).during).toEqual({
      overdue: { field: 'openDueAt', to: moment },
      dueSoon: { field: 'openDueAt', from: moment, to: '2022-04-05T00:00:00.000Z' },
    });
  });
});
