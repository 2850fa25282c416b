import { OutcomeUnknown, Unavailable, WrongVersion } from '#platform/event-store';
import { LogRefused, LogUnavailable } from '#platform/eventstoredb';
import { describe, expect, it } from '@jest/globals';
import { isOutage } from './outages.js';

const named = (errors: readonly Error[]) => errors.map((error) => [error.name, error] as const);

describe('a failure of the log', () => {
  it.each(
    named([
      new Unavailable(new Error('no connection')),
      new LogUnavailable('no leader'),
      new LogRefused('wrong password'),
      new OutcomeUnknown('a-command', new Error('no answer')),
    ]),
  )('passes when somebody mends the machine, and is asked about for as long as that takes: %s', (_, error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each(named([new TypeError('of the program'), new WrongVersion('box-1', 0n, 1n)]))(
    'is of another kind: %s',
    (_, error) => {
      expect(isOutage(error)).toBe(false);
    },
  );
});
