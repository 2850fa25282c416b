import { beforeEach, describe, expect, it } from '@jest/globals';
import { NEWS_AGAIN_MS } from './failure/repeats.js';
import { FrameworkLog } from './framework-log.js';
import { createLog, type Log } from './log.js';

const SECOND = 1_000;
const failed = () => new Error('failed');

describe('the log of the process', () => {
  let lines: Record<string, unknown>[];
  let now: number;
  let log: Log;
  beforeEach(() => {
    [lines, now] = [[], 0];
    const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
    log = createLog('info', { to: { write }, now: () => now });
  });
  const fails = (error: unknown, facts: object = { follower: 'views' }) => {
    log.error({ ...facts, error }, 'it failed');
  };
  const times = () => lines.map((line) => line['times'] ?? 1);

  it('writes a failure once, and then how often it was there, whenever that has doubled', () => {
    for (let n = 1; n <= 1_000; n++) {
      now += SECOND / 10;
      fails(new TypeError(`position ${String(n)} is missing`), { follower: 'views', failures: n });
    }
    expect(times()).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
    expect(lines[0]).toMatchObject({ error: { name: 'TypeError', frames: expect.any(Array) }, msg: 'it failed' });
    expect(lines[1]).toEqual(
      expect.objectContaining({ error: { name: 'TypeError', message: 'position 2 is missing' }, failures: 2 }),
    );
  });

  it('tells of a row at least every ten minutes, and of what comes back after as long as news', () => {
    for (let n = 1; n <= 64; n++) {
      now += NEWS_AGAIN_MS / 4;
      fails(failed());
    }
    expect(times()).toEqual([1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64]);
    now += NEWS_AGAIN_MS;
    fails(failed());
    expect(lines.at(-1)).not.toHaveProperty('times');
  });

  it('counts each thing that fails for itself, and begins anew with another failure', () => {
    fails(failed());
    fails(failed(), { follower: 'policies' });
    fails(failed());
    fails(new Error('timed out'));
    fails(failed());
    expect(times()).toEqual([1, 1, 2, 1, 1]);
  });

  it('counts as many as there may be, and forgets the oldest', () => {
    for (let n = 0; n <= 500; n++) fails(failed(), { stream: `box-${String(n)}` });
    fails(failed(), { stream: 'box-500' });
    fails(failed(), { stream: 'box-0' });
    expect(times().slice(-2)).toEqual([2, 1]);
  });

  it('writes each that somebody may ask for by its number, but its places once', () => {
    for (const correlationId of ['a', 'b', 'c']) fails(failed(), { correlationId });
    expect(lines.map(({ correlationId, error }) => [correlationId, 'frames' in (error as object)])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
  });

  it('writes no error as it is, wherever it is handed over', () => {
    const planted = Object.assign(new Error('Invented Person'), { detail: 'Invented Person' });
    log.error(planted);
    log.error({ why: planted, error: planted }, 'it failed');
    log.warn({ why: planted }, 'it failed');
    const frameworks = new FrameworkLog(log);
    frameworks.error('Invented Person', planted.stack, 'Module');
    frameworks.error(planted);
    expect(lines).toHaveLength(5);
    expect(JSON.stringify(lines)).not.toContain('Invented');
    for (const { error, why } of lines)
      expect(error ?? why).toMatchObject({ name: 'Error', frames: expect.any(Array) });
  });

  it('writes other lines as they are', () => {
    log.info({ view: 'box_card', build: 1 }, 'a view was built');
    log.warn('PostgreSQL had ended and was started again');
    expect(lines.map(({ msg, view }) => [msg, view])).toEqual([
      ['a view was built', 'box_card'],
      ['PostgreSQL had ended and was started again', undefined],
    ]);
  });
});
