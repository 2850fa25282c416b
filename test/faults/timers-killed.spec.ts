import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BoxWorld } from '../support/box-world.js';
import { aBox, append, packed } from '../support/boxes.js';
import { times } from '../support/faults.js';
import { startNode } from '../support/node-process.js';
import { soon } from '../support/soon.js';

jest.setTimeout(600_000);

const PAST = '2022-03-31T09:00:00.000Z';
const KILLS = times(1, 20);

describe('a process is killed while it asks for what is due', () => {
  let world: BoxWorld;
  beforeEach(async () => {
    world = await BoxWorld.open();
  });
  afterEach(() => world.close());

  const start = (point: string) =>
    startNode('test/faults/support/timer-boxes.ts', [world.database.applicationUrl, point]);
  const weighings = async () =>
    (await world.events.readAll({ after: 'start', limit: 1_000 })).filter(({ type }) => type === 'BoxWeighed');
  const due = () => world.sql('SELECT stream FROM view.due');

  it.each([
    { point: 'recording', recorded: 0 },
    { point: 'removing', recorded: 1 },
  ])('just before $point: the next one asks again, with the effect of once', async ({ point, recorded }) => {
    const box = aBox();
    await append(world.events, box, [packed({ shelf: PAST })]);
    for (let kill = 0; kill < KILLS; kill++) {
      const { child, ended } = start(point);
      await ended;
      expect(child.signalCode).toBe('SIGKILL');
      expect(await weighings()).toHaveLength(recorded);
      expect(await due()).toEqual([{ stream: box }]);
    }
    const { child, ended } = start('none');
    await soon(async () => expect(await due()).toEqual([]));
    const before = await weighings();
    // Something that is due later shows that it has gone on.
    await append(world.events, aBox(), [packed({ shelf: PAST })]);
    await soon(async () => expect(await weighings()).toHaveLength(2));
    child.kill('SIGKILL');
    await ended;

    expect(before).toMatchObject([{ stream: box, occurredAt: PAST }]);
    expect((await weighings()).filter(({ stream }) => stream === box)).toHaveLength(1);
  });
});
