import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Overloaded } from './errors.js';
import { GroupCommit } from './group-commit.js';
import type { Batchable } from './take-batch.js';

interface Item extends Batchable {
  readonly id: string;
}
const item = (id: string, more: Partial<Item> = {}): Item => ({
  ...{ id, stream: `thing-${id}`, commandKey: `key-${id}`, events: [1], bytes: 1 },
  ...more,
});
class OwnFault extends Error {}
class Lost extends Error {}

/** A group commit over a log of batches; `write` may fail. */
const setUp = (write: (ids: readonly string[]) => void = () => undefined, limits = {}) => {
  const batches: string[] = [];
  const group = new GroupCommit<Item, string>({
    write: async (batch) => {
      const ids = batch.map(({ id }) => id);
      batches.push(ids.join(''));
      await sleep(2);
      write(ids);
      return ids.map((id) => `${id}!`);
    },
    isOwnFault: (error) => error instanceof OwnFault,
    batch: { events: 4, bytes: 100 },
    waiting: { appends: 9, bytes: 1_000 },
    ...limits,
  });
  const submit = (...items: (Item | string)[]) =>
    Promise.allSettled(items.map((one) => group.submit(typeof one === 'string' ? item(one) : one))).then((settled) =>
      settled.map((one): unknown => (one.status === 'fulfilled' ? one.value : one.reason)),
    );
  /** Resolves when the first batch is being written. */
  const begun = async () => {
    while (batches.length === 0) await sleep(1);
  };
  return { batches, group, submit, begun };
};

describe('a group commit', () => {
  it('answers each append with its own answer', async () => {
    const { submit } = setUp();
    expect(await submit('a', 'b', 'c')).toEqual(['a!', 'b!', 'c!']);
  });

  it('collects while a batch is being written', async () => {
    const { batches, submit, begun } = setUp();
    const first = submit('a');
    await begun();
    await Promise.all([first, submit('b'), submit('c')]);
    expect(batches).toEqual(['a', 'bc']);
  });

  it('has two batches on their way, and halves what is worth it', async () => {
    const { batches, submit, begun } = setUp(undefined, {
      batch: { events: 100, bytes: 100 },
      waiting: { appends: 20, bytes: 99 },
    });
    const first = submit(...'abcdefgh');
    await begun();
    expect(batches).toEqual(['abcd', 'efgh']);
    const later = submit(...'ijk');
    expect(batches).toHaveLength(2);
    await Promise.all([first, later]);
    expect(batches).toEqual(['abcd', 'efgh', 'ijk']);
  });

  it('keeps a batch within its events and its bytes, but never leaves a large append behind', async () => {
    const { batches, submit } = setUp();
    await submit('a', 'b', 'c', 'd', 'e', item('f', { bytes: 101 }), item('g', { events: [1, 2, 3, 4, 5] }), 'h');
    expect(batches).toEqual(['abcd', 'e', 'f', 'g', 'h']);
  });

  it('puts a second append to a stream, or of a command, into a later batch', async () => {
    const { batches, submit } = setUp();
    await submit(
      'a',
      item('b', { stream: 'thing-a' }),
      item('c', { commandKey: 'key-a' }),
      'd',
      item('e', { stream: 'thing-a' }),
    );
    expect(batches).toEqual(['ad', 'bc', 'e']);
  });

  it('refuses more than may wait, and takes more afterwards', async () => {
    const { submit } = setUp(undefined, { waiting: { appends: 2, bytes: 10 } });
    expect(await submit('a', 'b', 'c')).toEqual(['a!', 'b!', new Overloaded(2)]);
    expect(await submit('d', item('e', { bytes: 10 }))).toEqual(['d!', new Overloaded(1)]);
    expect(await submit(item('f', { bytes: 10 }))).toEqual(['f!']);
  });

  it('lets a bad append fail alone', async () => {
    const { batches, submit } = setUp((ids) => {
      if (ids.includes('b')) throw new OwnFault();
    });
    expect(await submit('a', 'b', 'c')).toEqual(['a!', expect.any(OwnFault), 'c!']);
    expect(batches).toEqual(['abc', 'a', 'b', 'c']);
  });

  it('does not try a bad append twice when it was alone', async () => {
    const { batches, submit } = setUp(() => {
      throw new OwnFault();
    });
    await submit('a');
    expect(batches).toEqual(['a']);
  });

  it('tries again what was lost, and tells the answer of the second try', async () => {
    let lost = false;
    const { submit } = setUp(() => {
      if (lost) return;
      lost = true;
      throw new Lost();
    });
    expect(await submit('a', 'b')).toEqual(['a!', 'b!']);
  });

  it('gives up on a batch when the second try is lost too, and goes on with others', async () => {
    const { batches, submit, begun } = setUp((ids) => {
      if (!ids.includes('d')) throw new Lost();
    });
    const first = submit('a', 'b', 'c');
    await begun();
    expect(await Promise.all([first, submit('d')])).toEqual([Array(3).fill(expect.any(Lost)), ['d!']]);
    expect([...batches].sort()).toEqual(['a', 'abc', 'd']);
  });

  it('answers everything before it is closed, and refuses everything after', async () => {
    const { group, submit } = setUp();
    const first = submit('a', 'b');
    const closed = group.close();
    expect(await submit('c')).toEqual([expect.any(Overloaded)]);
    await closed;
    expect(await first).toEqual(['a!', 'b!']);
  });
});
