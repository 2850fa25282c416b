import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { failureText } from './failure-text.js';
import { failureOf, type Failure } from './failure.js';

/** What somebody typed, and what opens doors: nothing of either is ever written. */
const TYPED = 'Invented Person was ill at gate 2';
const CHINESE = '虚构人物在二号门';
const SECRET = 'hunter2-s3cr3t';
const PLANTED = /Invented|Person|\bgate\b|虚构|人物|hunter2|s3cr3t|eyJ/i;

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);
const named = (name: string, message: string, cause?: unknown) => error(message, { name, cause });
const ofServer = (code: string, message: string) =>
  error(message, {
    ...{ name: 'error', code, severity: 'ERROR', detail: `Key (name)=(${TYPED}) exists.`, where: `JSON: ${CHINESE}` },
    ...{ hint: SECRET, parameters: [SECRET], internalQuery: `SELECT '${TYPED}'`, query: TYPED },
  });

const nothing: Record<string, string> = {};

describe('what is written of a failure', () => {
  it.each<[string, unknown, Failure]>([
    [
      'a system’s',
      error('connect ECONNREFUSED 127.0.0.1:5432', {
        ...{ code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port: 5432 },
      }),
      { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' },
    ],
    [
      'a database’s',
      ofServer('42P01', 'relation "view.box" does not exist'),
      { name: 'Error', code: '42P01', message: 'relation "view.box" does not exist' },
    ],
    [
      'a client’s of KurrentDB',
      error('14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:2113.', {
        code: 14,
      }),
      {
        ...{ name: 'Error', code: 14 },
        message: '14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:2113.',
      },
    ],
    [
      'discovery’s',
      error('Failed to discover after 10 attempts.'),
      { name: 'Error', message: 'Failed to discover after 10 attempts.' },
    ],
    [
      'our own',
      named('LogUnavailable', 'the log is not available: append to finding-1: no answer'),
      { name: 'LogUnavailable', message: 'the log is not available: append to finding-1: no answer' },
    ],
    [
      'the engine’s',
      thrownBy(() => nothing['a']?.length.toFixed() ?? (undefined as unknown as { b: string }).b.length),
      { name: 'TypeError', message: 'Cannot read properties of undefined (reading …' },
    ],
  ])('%s: is its name, its code and its message', (_, thrown, expected) => {
    expect(failureOf(thrown)).toMatchObject(expected);
  });

  it.each<[string, unknown]>([
    ['a message', error(`cannot fold: ${TYPED}`)],
    ['a message in Chinese', error(`无法处理：${CHINESE}`)],
    ['a message of one word', error(SECRET)],
    ['a value of the server’s', ofServer('22P02', `invalid input syntax for type json: "${TYPED}"`)],
    ['what else the server says', ofServer('23505', 'duplicate key value violates unique constraint "one"')],
    ['a text that is not JSON', thrownBy(() => JSON.parse(TYPED) as unknown)],
    ['what does not fit its schema', thrownBy(() => z.strictObject({ a: z.string() }).parse({ [TYPED]: CHINESE }))],
    ['a cause', named('Unavailable', `no answer: ${TYPED}`, error(TYPED))],
    ['a cause of a cause', error('failed', { cause: error('failed', { cause: error(CHINESE) }) })],
    ['one of several', new AggregateError([error(SECRET)], TYPED)],
    ['an address', named('LogUnavailable', `no answer of esdb://sifang:${SECRET}@127.0.0.1:2113`)],
    ['a token', error(`Bearer eyJ${SECRET}`)],
    ['a name', error('failed', { name: TYPED })],
    ['a code', error('failed', { code: TYPED })],
    ['a path', error(`ENOENT: no such file, open '/${TYPED}'`, { code: 'ENOENT', syscall: 'open', path: `/${TYPED}` })],
    ['what looks like a frame', error(`failed\n    at ${TYPED} (/tmp/hunter2.ts:1:1)`)],
    ['a rejection that is no error', TYPED],
    ['an object', { message: TYPED }],
    ['a property', error('failed', { input: TYPED, password: SECRET })],
  ])('has nothing in it that somebody may have typed: %s', (_, thrown) => {
    expect(JSON.stringify(failureOf(thrown))).not.toMatch(PLANTED);
    expect(failureText(thrown)).not.toMatch(PLANTED);
    expect(failureOf(thrown).name).toMatch(/^\w+$/);
  });

  it('says where it came from, in the first six places', () => {
    const deep = (n: number): unknown => (n === 0 ? thrownBy(() => failed()) : deep(n - 1));
    const failed = () => {
      throw new Error('failed');
    };
    const { frames = [] } = failureOf(deep(9));
    expect(frames).toHaveLength(6);
    expect(frames[0]).toMatch(/^failed \(.*failure\.spec\.ts:\d+:\d+\)$/);
  });

  it('goes back to four causes, also of one that is its own', () => {
    const round: Error & { cause?: unknown } = error('failed');
    round.cause = round;
    const depth = ({ cause }: Failure): number => (cause ? 1 + depth(cause) : 1);
    expect(depth(failureOf(round))).toBe(4);
    expect(failureText(error('failed', { cause: error('timed out') }))).toMatch(
      /^Error: failed\n {4}at .*\ncaused by Error: timed out\n/s,
    );
  });
});
