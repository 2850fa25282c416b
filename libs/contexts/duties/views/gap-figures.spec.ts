import { idOf } from '#kernel';
import type { Looking, Tally, Views } from '#platform/views';
import { expect, it } from '@jest/globals';
import { placeFigures, unownedDuties } from './gap-figures.js';
import type { Gap } from './gap.row.js';

const some = '00000000-0000-4000-8000-000000000001';
const place = idOf('territory', some);
const looking: Looking = { actor: { actorId: idOf('person', some), orgId: idOf('organisation', some), grants: [] } };

/** Views that answer a group for each of these values, and tell what was asked of them, and where. */
const viewsOf = (values: Readonly<Record<string, number>>) => {
  const asked: (readonly [Tally<Gap>, string | undefined])[] = [];
  const views = {
    count: () => Promise.resolve(6),
    tally: (_: object, tally: Tally<Gap>, { within }: Looking) => {
      asked.push([tally, within]);
      return Promise.resolve(Object.entries(values).map(([value, total]) => ({ value, total, counts: {} })));
    },
  } as unknown as Pick<Views, 'tally' | 'count'>;
  return { views, asked };
};

it('A7: counts each duty once that nobody holds, however many of its parties are missing', async () => {
  const { views, asked } = viewsOf({ one: 4, two: 1 });
  expect(await unownedDuties(views, looking)).toBe(2);
  expect(asked).toEqual([[{ where: { kind: ['no-holder', 'orphan-step'] }, by: 'dutyPointId', count: [] }, undefined]]);
});

it('A7: tells of a place how many of its duty points lack each party, there and below', async () => {
  const { views, asked } = viewsOf({ unit: 2, individual: 3 });
  const lacking = { territorial: 0, departmental: 0, unit: 2, individual: 3 };
  expect(await placeFigures(views, place, looking)).toEqual({ dutyPoints: 6, lacking });
  expect(asked).toEqual([[{ where: { kind: 'no-holder' }, by: 'party', count: [] }, place]]);
});
