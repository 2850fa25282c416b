import type { Looking, Tally, Views } from '#platform/views';
import { expect, it } from '@jest/globals';
import { the } from '../parties.examples.js';
import { bodiesBelow } from './bodies-below.loader.js';
import type { OrganisationCard } from './views/organisation-card.view.js';

const [county, unit] = [the('organisation', 1), the('organisation', 2)];

it('counts the bodies right below several in one go, without those that are dissolved by the moment looked at', async () => {
  const asked: Tally<OrganisationCard>[] = [];
  const views = {
    instant: () => Promise.resolve('2022-04-01T00:00:00.000Z'),
    tally: (_: object, tally: Tally<OrganisationCard>) => {
      asked.push(tally);
      return Promise.resolve([{ value: county, total: 3, counts: {} }]);
    },
  } as unknown as Pick<Views, 'tally' | 'instant'>;
  const looking: Looking = { actor: { actorId: the('person'), orgId: county, grants: [] } };
  expect(await bodiesBelow(views, [unit, county], looking)).toEqual([0, 3]);
  expect(asked).toEqual([
    {
      by: 'parentId',
      count: [],
      where: { parentId: [unit, county] },
      between: [{ field: 'dissolvedAt', to: '2022-04-01T00:00:00.000Z', outside: true }],
    },
  ]);
});
