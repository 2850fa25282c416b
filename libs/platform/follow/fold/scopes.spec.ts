import type { Owner } from '#kernel';
import { expect, it } from '@jest/globals';
import { gained } from './scopes.js';

const [one, two] = ['organisation-1', 'organisation-2'] as const;
const of = (territory: string, ...orgs: Owner['orgs']): Owner => ({ territory, orgs });

it.each([
  [
    'a new row: every place that holds it, and every organisation once',
    of('a/b/', one, one),
    undefined,
    ['a/', 'a/b/', one],
  ],
  ['a new row that lies nowhere', of('', one), undefined, [one]],
  ['a row that stays', of('a/b/', one), of('a/b/', one), []],
  ['a row that goes to a place beside', of('a/c/', one), of('a/b/', one), ['a/c/']],
  ['a row that goes up', of('a/', one), of('a/b/', one), []],
  ['another organisation', of('a/', one, two), of('a/', one), [two]],
  ['a path that is not closed: what closes is', of('a/b'), undefined, ['a/']],
  ['a directory', 'directory', undefined, []],
] as const)('%s', (_, owner, before, reach) => {
  expect(gained(owner, before)).toEqual(reach);
});
