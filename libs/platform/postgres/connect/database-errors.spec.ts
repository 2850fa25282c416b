import { UnreadableEvent } from '#platform/event-store';
import { describe, expect, it } from '@jest/globals';
import { DatabaseError, type Pool } from 'pg';
import { databaseErrorOf, wroteNothing } from './database-errors.js';
import { answered } from './answered.js';

const fromServer = (code: string, severity = 'ERROR') =>
  Object.assign(new DatabaseError('as the server put it', 1, 'error'), { code, severity });

/** What JSON.parse says of it has a word in it that the driver says of connections. */
const torn = new UnreadableEvent(7n, new SyntaxError('Unterminated string in JSON at position 6'));

/** Node's word for something that the program did wrong. */
const ours = Object.assign(new TypeError('The "data" argument must be'), { code: 'ERR_INVALID_ARG_TYPE' });

describe('an error of the database', () => {
  it.each([
    ['53100', 'StorageFull'],
    ['53300', 'Unavailable'],
    ['57014', 'Unavailable'],
    ['55P03', 'Unavailable'],
    ['08006', 'Unavailable'],
  ])('%s speaks of the machine: %s', (code, name) => {
    expect(databaseErrorOf(fromServer(code))).toMatchObject({ name });
  });

  it('that ends the connection speaks of the machine, whatever its code, and leaves the outcome open', () => {
    const error = fromServer('3D000', 'FATAL');
    expect(databaseErrorOf(error)).toMatchObject({ name: 'Unavailable', cause: error });
    expect(wroteNothing(error)).toBe(false);
  });

  it.each([
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Query read timeout'),
    Object.assign(new Error('Cannot call write after a stream was destroyed'), { code: 'ERR_STREAM_DESTROYED' }),
  ])('%s comes from the network, and leaves the outcome open', (error) => {
    expect(databaseErrorOf(error)).toMatchObject({ name: 'Unavailable' });
    expect(wroteNothing(error)).toBe(false);
  });

  it.each([fromServer('23505'), fromServer('42601'), new TypeError('x is not a function'), torn, ours])(
    '%s is about what was asked, and stays as it is',
    (error) => {
      expect(databaseErrorOf(error)).toBe(error);
    },
  );
});

describe('a question to a pool', () => {
  it('is refused at once when too many wait already', async () => {
    const pool = (waitingCount: number) => ({ waitingCount }) as Pool;
    expect(await answered(pool(4_095), () => Promise.resolve('answer'))).toBe('answer');
    await expect(answered(pool(4_096), () => Promise.resolve('answer'))).rejects.toMatchObject({ name: 'Overloaded' });
  });
});
