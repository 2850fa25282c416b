import { describe, expect, it } from '@jest/globals';
import { some } from '../finding.examples.js';
import { closureRates, rated } from './closure-rate.js';

const group = (value: string | null, counts: Record<string, number>) => ({
  value,
  total: counts['confirmed'] ?? 0,
  counts,
});

describe('a closure rate', () => {
  it('is closed out ÷ (confirmed − voided)', () => {
    const counts = { confirmed: 10, counted: 8, closedOut: 6, onTime: 4, late: 2, returned: 3, relapsed: 1 };
    expect(closureRates([group(null, counts)], undefined)).toEqual([
      {
        confirmed: 10,
        voided: 2,
        counted: 8,
        closedOut: 6,
        rate: 0.75,
        onTime: 4,
        onTimeExtended: 4,
        onTimeRate: 0.5,
        late: 2,
        returned: 3,
        relapsed: 1,
      },
    ]);
  });

  it('is null when nothing counts, and there is always one when no groups are asked for', () => {
    const [voided] = closureRates([group('lostControl', { confirmed: 2, counted: 0 })], 'class');
    expect(voided).toMatchObject({ group: 'lostControl', confirmed: 2, voided: 2, counted: 0 });
    expect(voided).not.toHaveProperty('rate');
    expect(closureRates([], undefined)).toMatchObject([{ confirmed: 0, closedOut: 0 }]);
    expect(closureRates([], 'class')).toEqual([]);
  });

  it('names the unit of its group', () => {
    const [rate] = closureRates([group(some.station, { confirmed: 1, counted: 1 })], 'unit');
    expect(rate).toMatchObject({ unit: { id: some.station }, rate: 0 });
  });

  it('is about the findings confirmed in the period', () => {
    expect(rated({ by: 'unit', from: '2022-03-01T00:00:00.000Z' })).toMatchObject({
      by: 'unitId',
      where: { confirmed: true },
      between: [{ field: 'confirmedAt', from: '2022-03-01T00:00:00.000Z' }],
    });
    expect(rated({})).not.toHaveProperty('by');
  });
});
