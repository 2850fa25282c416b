import type { PolicyLease } from '#platform/follow';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BoxWorld } from '../../../../test/support/box-world.js';
import { PostgresPolicyStore } from './postgres-policy-store.js';

const POLICIES = ['one', 'two', 'three'].map((name) => ({ name }));

describe('the checkpoints of policies', () => {
  let world: BoxWorld;
  let store: PostgresPolicyStore;
  let lease: PolicyLease;
  beforeEach(async () => {
    world = await BoxWorld.open();
    store = new PostgresPolicyStore(world.pool, POLICIES, world.events);
    const taken = await store.lease();
    if (!taken) throw new Error('another process runs the policies');
    lease = taken;
    for (const { name } of POLICIES) await lease.checkpoint(name);
  });
  afterEach(async () => {
    await lease.release();
    await world.close();
  });

  it('move together, each from its own place to its own, and other followers stay', async () => {
    await world.sql(`INSERT INTO view.checkpoint (follower, version, log)
      SELECT 'one', 0, log FROM view.checkpoint WHERE follower = '$policy one'`);
    await Promise.all([lease.move('one', 'start', 3n), lease.move('two', 'start', 5n)]);
    await Promise.all([lease.move('one', 3n, 7n), lease.move('two', 5n, 6n)]);

    expect(Object.fromEntries(await store.checkpoints())).toEqual({ one: 7n, two: 6n, three: 'start' });
    expect(await world.sql(`SELECT position FROM view.checkpoint WHERE follower = 'one'`)).toEqual([
      { position: null },
    ]);
  });

  it('do not move from where they do not stand, and it is told whose did not', async () => {
    const together = [lease.move('one', 'start', 3n), lease.move('two', 2n, 3n)];
    const [, two] = await Promise.allSettled(together);

    expect(two).toMatchObject({ status: 'rejected', reason: { name: 'CheckpointMoved', follower: 'two' } });
    expect((await store.checkpoints()).get('two')).toBe('start');
    await expect(lease.move('one', 2n, 4n)).rejects.toMatchObject({ follower: 'one' });
  });

  it('do not move in another log', async () => {
    await world.sql(`UPDATE view.checkpoint SET log = 'another' WHERE follower = '$policy one'`);

    await expect(lease.move('one', 'start', 3n)).rejects.toMatchObject({ follower: 'one' });
  });
});
