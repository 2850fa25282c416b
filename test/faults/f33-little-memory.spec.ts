import { describe, expect, it } from '@jest/globals';
import { BoxWorld } from '../support/box-world.js';
import { aBox, append, boxCard, packed } from '../support/boxes.js';
import { full, times } from '../support/faults.js';
import { startNode } from '../support/node-process.js';
import { violations } from './support/invariants.js';

const EVENT_BYTES = 4 * 1024;
const IN_ONE = 100;
/** The log holds more than the process may. */
const MEMORY_MB = times(64, 192);
const APPENDS = Math.ceil((MEMORY_MB * 1.1 * 2 ** 20) / EVENT_BYTES / IN_ONE);

describe('F33: a process with less memory than the log has bytes', () => {
  it('builds a view of it and reads all of it, and ends well', async () => {
    const world = await BoxWorld.open();
    const long = 's'.repeat(EVENT_BYTES);
    const batch = () =>
      append(
        world.events,
        aBox(),
        Array.from({ length: IN_ONE }, () => packed({ label: long })),
      );
    for (let n = 0; n < APPENDS; n += 4) await Promise.all([batch(), batch(), batch(), batch()]);
    const count = (await world.events.head()) as bigint;

    const { PATH, TMPDIR } = process.env;
    const env = { PATH, TMPDIR, NODE_OPTIONS: `--max-old-space-size=${MEMORY_MB}` };
    const small = startNode('test/faults/support/small-process.ts', [world.database.applicationUrl], { env });

    expect([await small.ended, small.lines.at(-1)]).toEqual([0, `read ${String(count + 1n)}`]);
    if (full) expect(await violations({ url: world.database.superuserUrl, views: [boxCard()] })).toEqual([]);
    await world.close();
  }, 600_000);
});
