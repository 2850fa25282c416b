import { describe, expect, it } from '@jest/globals';
import { QUICK } from './bench.js';
import { command } from './command.js';

/** What is measured now and then breaks unseen; so it is run, as it is shipped, for as long as it takes to see that it does. */
describe('the benchmark of whole mutations', () => {
  it('founds its world, signs in and asks where development tokens are not taken', async () => {
    const results = await command.run(QUICK);
    expect(results.map(({ what }) => what)).toEqual(
      ['64 clients', '8 clients', '1 client'].flatMap((who) => [`mutations, ${who}`, `p50, ${who}`, `p99, ${who}`]),
    );
  });
});
