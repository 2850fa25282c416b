import { createHash, randomUUID } from 'node:crypto';
import type { Append } from '../../libs/platform/event-store/index.js';

/** An append of one event to a new stream, for programs that run without a test runner. */
export const anAppend = (): Append => ({
  stream: `thing-${randomUUID()}`,
  expected: 0n,
  occasion: {
    actorId: `person-${randomUUID()}`,
    occurredAt: '2022-03-31T09:00:00.000Z',
    commandId: randomUUID(),
    correlationId: randomUUID(),
    source: 'web',
  },
  commandHash: createHash('sha256').update('asked').digest('hex'),
  events: [{ type: 'ThingHappened', schemaVersion: 1, data: {} }],
});
