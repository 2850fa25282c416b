import { OutcomeUnknown, Overloaded, StorageFull, Unavailable } from '#platform/event-store';
import { BeyondTheLog, NeverRecorded, ViewNotReady } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { knownError } from './known-error.js';

describe('a view that is being built', () => {
  it('says how far it is, in both languages', () => {
    const told = knownError(new ViewNotReady('box_card', 'start', 96n));

    expect(told).toMatchObject({
      code: 'VIEW_NOT_READY',
      text: { en: expect.stringMatching(/0 of 96/), zh: expect.stringMatching(/\p{Script=Han}.*96/u) },
    });
  });
});

describe('what lies beyond the log', () => {
  it.each([
    ['asOf', new BeyondTheLog()],
    ['waitFor', new NeverRecorded()],
  ])('is refused in both languages, with the argument %s', (argument, error) => {
    expect(knownError(error)).toMatchObject({
      code: 'BEYOND_THE_LOG',
      at: [argument],
      text: { en: expect.stringMatching(/[a-z]\.$/), zh: expect.stringMatching(/\p{Script=Han}/u) },
    });
  });
});

describe('a failure of the machine', () => {
  const inner = new Error('connect ECONNREFUSED 127.0.0.1:5432');

  it.each([
    ['OVERLOADED', new Overloaded(4_096)],
    ['UNAVAILABLE', new Unavailable(inner)],
    ['STORAGE_FULL', new StorageFull(inner)],
    ['OUTCOME_UNKNOWN', new OutcomeUnknown('8f1d', inner)],
  ])('has the stable code %s, a sentence in both languages, and nothing of what is inside', (code, failure) => {
    const told = knownError(new GraphQLError('wrapped', { originalError: failure }));

    expect(told).toMatchObject({
      code,
      text: { en: expect.stringMatching(/[a-z]\.$/), zh: expect.stringMatching(/\p{Script=Han}/u) },
    });
    expect(JSON.stringify(told)).not.toMatch(/ECONN|127|8f1d/);
  });

  it('stays inside when nobody outside can do anything about it', () => {
    expect(knownError(new TypeError('x is not a function'))).toBeUndefined();
  });
});
