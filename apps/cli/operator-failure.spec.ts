import { OutcomeUnknown, ReadOnly, StorageFull, Unavailable } from '#platform/event-store';
import { KeyStoreDamaged } from '#platform/personal-data';
import { CannotStart } from '#platform/postgres';
import { describe, expect, it } from '@jest/globals';
import { Failed } from './failed.js';
import { operatorFailure } from './operator-failure.js';

const fromServer = (code: string, severity = 'ERROR') =>
  Object.assign(new Error('as the server put it'), { code, severity });

describe('what the operator is told of a command that failed', () => {
  it.each<[string, unknown, RegExp]>([
    ['a database without our tables', fromServer('42P01'), /has no log of Sifang/],
    ['a database without our schemas', fromServer('3F000'), /has no log of Sifang/],
    ['a function of another release', fromServer('42883'), /another release/],
    ['a column of another release', fromServer('42703'), /another release/],
    ['a statement that another client has prepared', fromServer('42P05'), /session pooling/],
    ['a statement that is prepared elsewhere', fromServer('26000'), /session pooling/],
    ['a right that the role has not', fromServer('42501'), /may not do that/],
    ['no such database', fromServer('3D000', 'FATAL'), /no such database/],
    ['a wrong password', fromServer('28P01', 'FATAL'), /password is refused/],
    ['a full disk', new StorageFull(new Error('x')), /no room left/],
    ['a replica', new ReadOnly(new Error('x')), /takes nothing in/],
    ['a server that is away', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), /does not answer/],
    ['a log that is away', new Unavailable(new Error('x')), /does not answer/],
    ['a lost answer', new OutcomeUnknown('8f1d', new Error('x')), /answer was lost/],
    ['keys of another log', new KeyStoreDamaged('the keys are not 密钥', 'KEY_STORE'), /^KEY_STORE: the keys/],
    ['a setting', new CannotStart({ en: 'PORT must be', zh: '端口' }), /^PORT must be/],
    ['an end that says what to do', new Failed('name another 请换'), /^name another/],
    [
      'a folder that may not be written',
      Object.assign(new Error('x'), { code: 'EACCES', path: '/srv' }),
      /^DATA_DIR: \/srv/,
    ],
  ])('%s: one line, in both languages', (_, error, said) => {
    const line = operatorFailure(error) ?? '';
    expect(line).toMatch(said);
    expect(line).toMatch(/\p{Script=Han}/u);
    expect(line).not.toContain('\n');
  });

  it("is nothing where the fault is the program's own: that shows where it happened", () => {
    for (const error of [new TypeError('x is not a function'), fromServer('42601')]) {
      expect(operatorFailure(error)).toBeUndefined();
    }
  });
});
