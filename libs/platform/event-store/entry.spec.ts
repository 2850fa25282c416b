import { describe, expect, it } from '@jest/globals';
import { canonical } from './canonical.js';
import { entryParts } from './entry.js';
import type { Append } from './event-store.js';
import { anOccasion, aFact } from './event-store.contract.js';

const RECORDED_AT = '2022-03-31T09:00:01.000Z';
const place = { eventId: '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11', revision: 6n };
const optional: Partial<Append['occasion']> = {
  ...{ postId: 'post-1', orgId: 'organisation-1', territoryId: 'territory-1', onBehalfOf: 'person-2' },
  ...{ deviceId: 'device "7"', causationId: 'cause', reason: '原因 \\u0000 "\n👩‍🚒 \u0001\u2028', factsAt: '7' },
};
const written = (more: Partial<Append['occasion']>, schemaVersion = 1) =>
  entryParts({ stream: 'thing-1', occasion: anOccasion(more) }, { ...aFact({ b: '文', a: 1 }), schemaVersion }, place);
const whole = (more: Partial<Append['occasion']>) => {
  const { before, after } = written(more);
  return `${before}${RECORDED_AT}${after}`;
};

describe('an entry', () => {
  const chosen = (bits: number) => Object.fromEntries(Object.entries(optional).filter((_, n) => bits & (1 << n)));

  it('is canonical, whatever is absent', () => {
    const entries = Array.from({ length: 256 }, (_, bits) => whole(chosen(bits)));
    expect(new Set(entries).size).toBe(256);
    expect(entries.filter((entry) => canonical(JSON.parse(entry)) !== entry)).toEqual([]);
  });

  it('has these bytes', () => {
    const fixed = { actorId: 'person-1', commandId: 'command', correlationId: 'correlation', ...optional } as const;
    expect(whole(fixed)).toBe(
      '{"actorId":"person-1","causationId":"cause","commandId":"command","correlationId":"correlation",' +
        '"deviceId":"device \\"7\\"","entryVersion":1,"eventId":"6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11","factsAt":"7",' +
        '"occurredAt":"2022-03-31T09:00:00.000Z","onBehalfOf":"person-2","orgId":"organisation-1",' +
        '"payloadSha256":"83ab3bf859b94ce9e9fbd2f9c5ef41ad11aa9c576d9c8b599e6b096889e8ec0e","postId":"post-1",' +
        '"reason":"原因 \\\\u0000 \\"\\n👩‍🚒 \\u0001\u2028","recordedAt":"2022-03-31T09:00:01.000Z","schemaVersion":1,"source":"web",' +
        '"stream":"thing-1","streamVersion":7,"territoryId":"territory-1","type":"ThingHappened"}',
    );
    expect(written(fixed).payload.toString()).toBe('{"a":1,"b":"文"}');
  });

  it.each([
    ['NUL', { reason: 'a\0' }, ['reason']],
    ['half of a surrogate pair', { deviceId: '\ud83d' }, ['deviceId']],
  ])('is not written with %s in it', (_, more, path) => {
    expect(() => written(more)).toThrow(expect.objectContaining({ name: 'NotCanonical', path }));
  });

  it.each([NaN, Infinity, 2 ** 53])('is not written with the schema version %d', (schemaVersion) => {
    expect(() => written({}, schemaVersion)).toThrow(
      expect.objectContaining({ name: 'NotCanonical', path: ['schemaVersion'] }),
    );
  });
});
