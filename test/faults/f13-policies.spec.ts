import { randomUUID } from 'node:crypto';
import type { AnyPolicy } from '#kernel';
import type { Outcome } from '#platform/decide';
import { StorageFull, Unavailable, type StoredEvent } from '#platform/event-store';
import { createLog } from '#platform/telemetry';
import { aHappening } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { AskDispatcher } from '../../libs/platform/follow/policies/ask-dispatcher.js';
import { aBox } from '../support/boxes.js';
import { times } from '../support/faults.js';

describe('F13 a policy that asks while the log is full, or gone', () => {
  // More often than a failure of any other kind would be tried; the pauses in between grow to five seconds.
  const FAILURES = times(3, 12);

  it.each([
    ['full', new StorageFull(new Error('no space left'))],
    ['gone', new Unavailable(new Error('no connection'))],
  ])('asks until it is answered, and parks nothing, when the log is %s', async (_, failure) => {
    const stream = aBox();
    const ids: string[] = [];
    const recorded: Outcome = { recorded: true, id: stream, position: '1', events: [] };
    const asking = new AskDispatcher((_ask, { occasion }) => {
      ids.push(occasion.commandId);
      return ids.length <= FAILURES ? Promise.reject(failure) : Promise.resolve(recorded);
    }, createLog('silent'));
    const cause: StoredEvent = {
      ...aHappening(stream),
      ...{ eventId: randomUUID(), type: 'BoxMoved', schemaVersion: 1, data: {}, entry: Buffer.alloc(0) },
    };
    const policy = { name: 'weigh' } as AnyPolicy;
    const ask = { stream, command: { type: 'Weigh', data: {} } } as unknown as Parameters<
      AskDispatcher['all']
    >[2][number];
    await asking.all(policy, cause, [ask], new AbortController().signal);

    expect(ids).toHaveLength(FAILURES + 1);
    expect(new Set(ids).size).toBe(1);
  });
});
