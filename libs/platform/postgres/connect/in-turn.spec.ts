import { inTurn } from './in-turn.js';

describe('work in turn', () => {
  /** Answers a statement when told to; keeps what was asked so far. */
  const aServer = () => {
    const asked: string[] = [];
    const answers: ((error?: Error) => void)[] = [];
    const run = (sql: string) => {
      asked.push(sql);
      return new Promise<string>((resolve, reject) => {
        answers.push((error) => {
          if (error) reject(error);
          else resolve(sql);
        });
      });
    };
    const turn = inTurn();
    const ask = (sql: string) => turn(() => run(sql));
    return { asked, answer: (error?: Error) => answers.shift()?.(error), ask };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('sends the second when the first was answered', async () => {
    const { asked, answer, ask } = aServer();
    const both = [ask('SELECT 1'), ask('SELECT 2')];
    await settled();
    expect(asked).toEqual(['SELECT 1']);

    answer();
    await settled();
    expect(asked).toEqual(['SELECT 1', 'SELECT 2']);
    answer();
    await Promise.all(both);
  });

  it('sends the second after the first has failed, which only the first hears of', async () => {
    const { answer, ask } = aServer();
    const first = ask('SELECT 1').catch((error: unknown) => error);
    const second = ask('SELECT 2');
    await settled();
    answer(new Error('cut'));
    await settled();
    answer();

    expect(await first).toEqual(new Error('cut'));
    expect(await second).toBe('SELECT 2');
  });
});
