import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { recordsOf } from '../../../test/support/log-records.js';
import { MemoryLog } from '../../../test/support/memory-log.js';
import { copyLog } from './log-copy.js';
import { verifyLog } from './log-verify.js';

const rules = { isDense: true };
const records = recordsOf([
  ['thing-a', 3],
  ['thing-b', 1],
  ['thing-c', 5],
  ['thing-a', 2],
  ['thing-d', 1],
]);
const copy = (from: MemoryLog, to: MemoryLog, limit = 2) => copyLog({ from, to, rules, limit });
const moved = (log: MemoryLog) => log.held.map(({ position: _, ...rest }) => rest);

describe('a copy of a log', () => {
  it('holds the same events byte for byte, and says how many and their digest', async () => {
    const [from, to] = [new MemoryLog(records), new MemoryLog()];
    const digest = createHash('sha256')
      .update(records.map(({ entry }) => `${entry}\n`).join(''))
      .digest('hex');
    expect(await copy(from, to)).toEqual({
      ...{ outcome: 'copied', events: records.length, added: records.length, timeSteps: 0 },
      ...{ entriesSha256: digest, copySha256: digest },
    });
    expect(moved(to)).toEqual(moved(from));
  });

  const FROM = '2022-03-01T00:00:00.000Z';
  const marked = (held: typeof records, from = FROM) => new MemoryLog([...held], undefined, from);

  it.each([
    ['of its events', records],
    ['of an empty log', []],
  ])('keeps the mark of a log for stories and trials: %s', async (_, held) => {
    const to = new MemoryLog();
    expect(await copy(marked(held), to)).toMatchObject({ outcome: 'copied', events: held.length });
    expect(await to.testClock()).toMatchObject({ from: FROM });
    expect(await copy(marked(held), to)).toMatchObject({ outcome: 'copied', added: 0 });
  });

  it('takes the mark before any event, so that one which broke off has it, too', async () => {
    const to = new MemoryLog([], () => {
      throw new Error('gone');
    });
    await expect(copy(marked(records), to)).rejects.toThrow('gone');
    expect(await to.testClock()).toMatchObject({ from: FROM });
  });

  it('gives an empty log the clock of the source in place of its own', async () => {
    const to = marked([], '2023-01-01T00:00:00.000Z');
    expect(await copy(marked(records), to)).toMatchObject({ outcome: 'copied' });
    expect(await to.testClock()).toMatchObject({ from: FROM });
  });

  it.each([
    ['of real work is not copied into one for stories', new MemoryLog([...records]), marked([])],
    ['for stories is not copied onto one of real work', marked(records), new MemoryLog(records.slice(0, 3))],
    [
      'for stories is not copied onto another one',
      marked(records),
      marked(records.slice(0, 3), '2023-01-01T00:00:00.000Z'),
    ],
  ])('a log %s', async (_, from, to) => {
    const before = [...to.held];
    expect(await copy(from, to)).toMatchObject({
      ...{ outcome: 'target differs', position: 0n },
      reason: expect.stringContaining('a clock of its own'),
    });
    expect(to.held).toEqual(before);
  });

  it('of an empty log is empty', async () => {
    expect(await copy(new MemoryLog(), new MemoryLog())).toMatchObject({ outcome: 'copied', events: 0 });
  });

  it('never puts the events of one command in two pieces', async () => {
    const to = new MemoryLog();
    const pieces: (readonly number[])[] = [];
    const watched = Object.assign(Object.create(to) as MemoryLog, {
      put: async (some: typeof records) => {
        pieces.push(some.map(({ commandIndex }) => commandIndex));
        await to.put(some);
      },
    });
    await copy(new MemoryLog(records), watched);
    expect(pieces.map(([first]) => first)).toEqual(pieces.map(() => 0));
    expect(pieces.flat()).toEqual(records.map(({ commandIndex }) => commandIndex));
  });

  it('that broke off at any call is taken up again: no gap, no event twice', async () => {
    let broken = 0;
    for (let broke = true; broke; broken++) {
      broke = false;
      let left = broken;
      const to = new MemoryLog([], () => {
        if (left-- !== 0) return;
        broke = true;
        throw new Error('gone');
      });
      await copy(new MemoryLog(records), to).catch(() => undefined);
      const again = await copy(new MemoryLog(records), new MemoryLog(to.held));
      expect(again).toMatchObject({ outcome: 'copied', events: records.length });
      expect(moved(to)).toEqual(moved(new MemoryLog(records)));
    }
    expect(broken).toBeGreaterThan(10);
  });

  it('goes on where the last one ended when the log has grown', async () => {
    const to = new MemoryLog();
    await copy(new MemoryLog(records.slice(0, 4)), to);
    expect(await copy(new MemoryLog(records), to)).toMatchObject({ outcome: 'copied', added: records.length - 4 });
  });

  it('refuses a target that holds something else, and leaves it as it was', async () => {
    const other = recordsOf([
      ['thing-a', 3],
      ['thing-x', 1],
    ]);
    const to = new MemoryLog([...other]);
    expect(await copy(new MemoryLog(records), to)).toMatchObject({ outcome: 'target differs', position: 3n });
    expect(to.held).toEqual(other);
  });

  it('refuses a target that holds more', async () => {
    const to = new MemoryLog([...records]);
    expect(await copy(new MemoryLog(records.slice(0, 4)), to)).toMatchObject({
      outcome: 'target differs',
      position: 4n,
    });
  });

  it('stops at a source that is not whole', async () => {
    const from = new MemoryLog(records.filter((_, index) => index !== 3));
    expect(await copy(from, new MemoryLog())).toMatchObject({ outcome: 'source is not whole', position: 4n });
  });

  it('finds an event that the target changed after it was put', async () => {
    const to = new MemoryLog();
    const forging = Object.assign(Object.create(to) as MemoryLog, {
      put: async (some: typeof records) => to.put(some.map((one) => ({ ...one, payload: '{}' }))),
    });
    const answer = await copy(new MemoryLog(records), forging);
    expect(answer).toMatchObject({ outcome: 'target differs', reason: expect.stringContaining('payload') });
  });

  it('finds an event that the target lost', async () => {
    const to = new MemoryLog();
    const losing = Object.assign(Object.create(to) as MemoryLog, {
      put: async (some: typeof records) => to.put(some.filter(({ stream }) => stream !== 'thing-d')),
    });
    const answer = await copy(new MemoryLog(records), losing);
    expect(answer).toMatchObject({ outcome: 'target differs', reason: expect.stringContaining('missing') });
  });
});

describe('the verification of a log', () => {
  it('answers the count and the digest of a whole one', async () => {
    expect(await verifyLog(new MemoryLog(records), rules)).toMatchObject({ events: records.length, timeSteps: 0 });
  });

  it('answers where another one is not whole', async () => {
    expect(await verifyLog(new MemoryLog(records.slice(1)), rules)).toMatchObject({ position: 1n });
  });
});
