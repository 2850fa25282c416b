import { describe, expect, it } from '@jest/globals';
import { courseOf } from './course';

const fix = {
  ...{ orderedAt: '2022-04-02T03:00:00Z', acknowledgedAt: null, planApprovedAt: null, completionReportedAt: null },
  ...{ verifiedAt: null, closedOutAt: null, lookedBackAt: null },
};
const finding = { recordedAt: '2022-04-01T03:00:00Z', confirmedAt: '2022-04-02T01:00:00Z', rectification: fix };
const states = (hasEnded = false, of: Parameters<typeof courseOf>[0] = finding) =>
  courseOf(of, hasEnded).map(({ state }) => state);
const later = (n: number) => Array.from({ length: n }, () => 'later');

describe('the course of a finding', () => {
  it('waits for the step after the last that was passed', () => {
    expect(states()).toEqual(['done', 'done', 'done', 'now', ...later(5)]);
    expect(states(false, { ...finding, rectification: { ...fix, planApprovedAt: '2022-04-03T01:00:00Z' } })).toEqual([
      ...['done', 'done', 'done', 'done', 'done', 'now'],
      ...later(3),
    ]);
  });

  it('waits for nothing once it has ended', () => {
    expect(states(true)).toEqual(['done', 'done', 'done', ...later(6)]);
  });
});
