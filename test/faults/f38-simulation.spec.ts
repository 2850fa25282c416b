import { describe, expect, it } from '@jest/globals';
import { POLICIES_OF_ALL, VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { simulate } from '../simulation/simulation.js';

const ALL = { views: VIEWS_OF_ALL, policies: POLICIES_OF_ALL };

describe('F38: the whole domain in bad weather', () => {
  it('runs', async () => {
    const t = process.cpuUsage();
    for (let seed = 1; seed <= 20; seed++) {
      const r = await simulate(seed, ALL);
      console.log(JSON.stringify(r));
    }
    console.log(process.cpuUsage(t));
  });
});
