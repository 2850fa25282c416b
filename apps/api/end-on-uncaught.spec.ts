import { describe, expect, it } from '@jest/globals';
import { startNode } from '../../test/support/node-process.js';

describe('what nobody caught', () => {
  it.each([
    ['thrown', 'TypeError'],
    ['rejected', 'TypeError'],
    ['a rejection that is no error', 'UnhandledPromiseRejection'],
  ])('ends the process with one line that says no more than may be said: %s', async (way, name) => {
    const { ended, lines } = startNode('test/support/ends-uncaught.ts', [way]);
    expect(await ended).toBe(1);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 50,
      msg: 'nobody caught this: the process ends',
      error: { name: name, message: expect.any(String) },
    });
    expect(lines.join('')).not.toMatch(/Invented|hunter2/);
  });
});
