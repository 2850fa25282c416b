import { idOf } from '#kernel';
import type { Looking, Tally, Views } from '#platform/views';
import { expect, it } from '@jest/globals';
import { findingFigures, OPEN } from './figures.js';
import type { FindingCard } from './finding-card.js';

const some = '00000000-0000-4000-8000-000000000001';
const looking: Looking = { actor: { actorId: idOf('person', some), orgId: idOf('organisation', some), grants: [] } };

/** Views that answer these groups, and tell what was asked of them. */
const viewsOf = (counts: Readonly<Record<string, number>> | undefined, asked: Tally<FindingCard>[] = []) =>
  ({
    instant: () => Promise.resolve('2022-04-04T00:00:00.000Z'),
    tally: (_: object, tally: Tally<FindingCard>) => {
      asked.push(tally);
      return Promise.resolve(counts ? [{ value: null, total: 9, counts }] : []);
    },
  }) as unknown as Pick<Views, 'tally' | 'instant'>;

it('counts open findings, and which of them are late, soon due or come back, in one statement as of the moment', async () => {
  const asked: Tally<FindingCard>[] = [];
  const found = await findingFigures(viewsOf({ relapsed: 1, overdue: 2, dueSoon: 3 }, asked), looking);
  expect(found).toEqual({ open: 9, recurred: 1, overdue: 2, dueSoon: 3 });
  expect(asked).toMatchObject([
    { where: { status: OPEN }, during: { overdue: { field: 'openDueAt', to: '2022-04-04T00:00:00.000Z' } } },
  ]);
  expect(await findingFigures(viewsOf(undefined), looking)).toEqual({ open: 0, recurred: 0, overdue: 0, dueSoon: 0 });
});

it('takes for open what was confirmed and has not come to an end', () => {
  expect(
    ['confirmed', 'underVerification', 'relapsed', 'reopened'].filter((one) => !OPEN.some((is) => is === one)),
  ).toEqual([]);
  expect(OPEN.filter((one) => ['observed', 'dismissed', 'merged', 'voided', 'closedOut'].includes(one))).toEqual([]);
});
