import { CAST } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { story } from '../../apps/cli/demo/story/index.js';
import { RunningApi } from '../support/running-api.js';

const QUERY = `query ($head: String) {
  findings(awaiting: me, waitFor: $head) { totalCount }
  receipts(awaiting: me, waitFor: $head) { totalCount }
  requests(awaiting: me, waitFor: $head) { totalCount }
  dutyPoints: responsibilityMatrix(awaiting: me, waitFor: $head) { totalCount }
  me { work { findings receipts requests dutyPoints directives grants } }
}`;

interface Counts {
  readonly [list: string]: { readonly totalCount: number };
}

/** What awaits each member of the cast once the demo was told. */
describe('the work of me', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    await api.load(story());
  }, 180_000);
  afterAll(() => api.stop());

  it('counts in each list what `awaiting: me` shows there', async () => {
    const head = (await api.ask('admin', '{ head }')).data?.['head'];
    const found: Record<string, number>[] = [];
    for (const { as } of CAST) {
      const { data, errors } = await api.ask(as, QUERY, { head });
      expect(errors).toEqual([]);
      const { me, ...lists } = data as unknown as Counts & { me: { work: Record<string, number> } };
      const counts = Object.fromEntries(Object.entries(lists).map(([name, { totalCount }]) => [name, totalCount]));
      expect(me.work).toMatchObject(counts);
      found.push(me.work);
    }
    // It would prove nothing if nothing awaited anybody.
    const all = (name: string) => found.reduce((sum, work) => sum + (work[name] ?? 0), 0);
    expect(all('findings')).toBeGreaterThan(0);
  });
});
