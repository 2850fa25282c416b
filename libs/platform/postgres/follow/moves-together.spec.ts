import { inTurn } from '../connect/in-turn.js';
import { MovesTogether, type Move } from './moves-together.js';

describe('checkpoints moved together', () => {
  const move = (name: string, to: bigint): Move => ({ name, from: 'start', to });
  /** Notes what is written in one go; writes of a follower called `lost` fail. */
  const aStore = () => {
    const written: (readonly string[])[] = [];
    const turn = inTurn();
    const moves = new MovesTogether(turn, (all) => {
      written.push(all.map(({ name, to }) => `${name} ${String(to)}`));
      return all.some(({ name }) => name === 'lost') ? Promise.reject(new Error('moved')) : Promise.resolve();
    });
    return { written, turn, moves };
  };

  it('are those of followers that come at the same moment', async () => {
    const { written, moves } = aStore();
    const late = Promise.resolve()
      .then(() => undefined)
      .then(() => moves.move(move('late', 1n)));
    await Promise.all([moves.move(move('one', 1n)), moves.move(move('two', 2n)), late]);
    await moves.move(move('one', 3n));

    expect(written).toEqual([['one 1', 'two 2', 'late 1'], ['one 3']]);
  });

  it('are those of followers that come while the connection is taken', async () => {
    const { written, turn, moves } = aStore();
    let free: () => void = () => undefined;
    const taken = turn(() => new Promise<void>((resolve) => (free = resolve)));
    const first = moves.move(move('one', 1n));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = moves.move(move('two', 2n));
    expect(written).toEqual([]);

    free();
    await Promise.all([taken, first, second]);
    expect(written).toEqual([['one 1', 'two 2']]);
  });

  it('fail together, and those that come later are moved again', async () => {
    const { moves, written } = aStore();
    const failed = await Promise.allSettled([moves.move(move('one', 1n)), moves.move(move('lost', 1n))]);
    await moves.move(move('two', 1n));

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(written.at(-1)).toEqual(['two 1']);
  });
});
