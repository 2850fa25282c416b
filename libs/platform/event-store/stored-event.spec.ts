import { describe, expect, it } from '@jest/globals';
import { parseEntry } from './entry.js';
import { storedEvent } from './stored-event.js';

const entry = {
  actorId: 'person-1',
  causationId: 'cause',
  commandId: 'command',
  correlationId: 'correlation',
  deviceId: 'device',
  entryVersion: 1,
  eventId: 'event',
  factsAt: '7',
  occurredAt: '2022-03-31T09:00:00.000Z',
  onBehalfOf: 'person-2',
  orgId: 'organisation-1',
  payloadSha256: 'ab',
  postId: 'post-1',
  reason: 'because',
  recordedAt: '2022-03-31T09:00:01.000Z',
  schemaVersion: 1,
  source: 'web',
  stream: 'box-1',
  streamVersion: 3,
  territoryId: 'territory-1',
  type: 'BoxMoved',
};
const OPTIONAL = ['causationId', 'deviceId', 'factsAt', 'onBehalfOf', 'orgId', 'postId', 'reason', 'territoryId'];
const read = (fields: object, payload = '{"shelf":"b"}') => storedEvent(9n, JSON.stringify(fields), payload);

describe('an event as it is read', () => {
  it('has the envelope of its entry, its place, its data and the bytes of the entry', () => {
    const { entryVersion: _, payloadSha256: __, streamVersion: ___, ...envelope } = entry;

    expect(read({ ...entry, later: 'passed over' })).toEqual({
      ...envelope,
      ...{ revision: 2n, position: 9n, data: { shelf: 'b' } },
      entry: Buffer.from(JSON.stringify({ ...entry, later: 'passed over' })),
    });
  });

  it.each(OPTIONAL)('does without %s, and has no such field then', (name) => {
    const { [name as 'reason']: _, ...rest } = entry;

    expect(Object.hasOwn(read(rest), name)).toBe(false);
  });

  const wrong = (value: unknown) => Object.keys(entry).map((name): [string, unknown] => [name, value]);
  const others = [...wrong(null), ...wrong(true), ...wrong([]), ...wrong(0.5)];
  const ids: [string, unknown][] = ['actorId', 'stream', 'onBehalfOf', 'orgId', 'postId', 'territoryId', 'source'].map(
    (name) => [name, 'elsewhere'],
  );
  it.each([...others, ...ids, ['streamVersion', 0], ['entryVersion', 2], ['streamVersion', 2 ** 53]])(
    'refuses %s: %j, as the schema does',
    (name, value) => {
      const text = JSON.stringify({ ...entry, [name]: value });

      expect(() => parseEntry(text)).toThrow();
      expect(() => storedEvent(9n, text, '{}')).toThrow();
    },
  );

  it.each(Object.keys(entry).filter((name) => !OPTIONAL.includes(name)))('refuses an entry without %s', (name) => {
    const { [name as 'type']: _, ...rest } = entry;

    expect(() => read(rest)).toThrow();
  });

  it.each(['[]', 'null', '"text"', '7'])('refuses the payload %s', (payload) => {
    expect(() => read(entry, payload)).toThrow('is not an object');
  });
});
