import { idOf } from '#kernel';
import type { Looking } from '#platform/views';
import { expect, it } from '@jest/globals';
import { figure, weeksBefore } from './weeks.js';

const some = '00000000-0000-4000-8000-000000000001';
const how: Looking = {
  actor: { actorId: idOf('person', some), orgId: idOf('organisation', some), grants: [] },
  waitFor: 7n,
  asOf: { position: 8n },
};

it('looks at the same time of the four weeks before, the furthest first, with the same eyes', () => {
  const weeks = weeksBefore(how, '2022-04-29T10:00:00.000Z');
  expect(weeks.map(({ asOf }) => asOf)).toEqual(
    ['01', '08', '15', '22'].map((day) => ({ recordedAt: `2022-04-${day}T10:00:00.000Z` })),
  );
  expect(weeks.every(({ actor }) => actor === how.actor)).toBe(true);
});

it('sets a count beside the same one of each week', () => {
  expect(
    figure(
      { open: 3, late: 1 },
      [
        { open: 1, late: 0 },
        { open: 2, late: 9 },
      ],
      'open',
    ),
  ).toEqual({ now: 3, weeks: [1, 2] });
});
