import { expect, it } from '@jest/globals';
import { standbyProbe } from './standby-probe.js';

it.each([
  ['for nobody', { names: '', there: 0 }, { commits_wait_for_standby: 0, standbys_there: 0 }, []],
  ['for one that is there', { names: 'two', there: 1 }, { commits_wait_for_standby: 1, standbys_there: 1 }, []],
  ['for one that nobody is shown', { names: 'two', there: undefined }, { commits_wait_for_standby: 1 }, []],
  [
    'for one that is away',
    { names: 'two', there: 0 },
    { commits_wait_for_standby: 1, standbys_there: 0 },
    ['standby-missing'],
  ],
])('tells of commits that wait %s', async (_, standbys, metrics, alarms) => {
  const probed = await standbyProbe(() => Promise.resolve(standbys))();
  expect(Object.fromEntries(probed.metrics.map(({ name, value }) => [name, value]))).toEqual(metrics);
  expect(probed.alarms.map(({ name }) => name)).toEqual(alarms);
});
