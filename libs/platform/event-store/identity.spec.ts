import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { v5 } from 'uuid';
import { commandHash, commandKey, eventId } from './identity.js';
import { uuidV5 } from './uuid-v5.js';

const commandId = '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11';
const actorId = 'person-8d0c0f1e-6a65-4c53-8a2e-0b6a5a0f9d11';
const stream = 'thing-0b8c1a11-0d5b-4f0a-9a70-3d2f0b8c1a11';

describe('the identity of a command', () => {
  it('is the actor within the command id', () => {
    expect(commandKey({ commandId, actorId })).toBe(v5(actorId, commandId));
  });

  it('differs between actors who use the same command id', () => {
    const other = 'person-00000000-0000-4000-8000-000000000001';
    expect(commandKey({ commandId, actorId: other })).not.toBe(commandKey({ commandId, actorId }));
  });

  it('gives its events the same ids every time', () => {
    expect(eventId({ commandId, actorId }, 1)).toBe(v5('1', v5(actorId, commandId)));
  });

  it('is a UUIDv5 as others make it', () => {
    for (const name of ['', 'person-1', '督查人员', 'x'.repeat(300)]) {
      const namespace = randomUUID().toUpperCase();
      expect(uuidV5(name, namespace)).toBe(v5(name, namespace));
    }
  });

  it('needs a UUID as the command id', () => {
    expect(() => commandKey({ commandId: 'first', actorId })).toThrow(TypeError);
  });
});

describe('the hash of a command', () => {
  const when = { occurredAt: '2022-03-31T09:00:00.000Z' };

  it('does not depend on the order of fields', () => {
    const one = commandHash(stream, { type: 'Do', data: { a: 1, b: 2 } }, when);
    expect(commandHash(stream, { type: 'Do', data: { b: 2, a: 1 } }, when)).toBe(one);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  it('T12: differs when the stream, the type, the data, the time, the reason or who it is done for differ', () => {
    const hashes = [
      commandHash(stream, { type: 'Do', data: {} }, when),
      commandHash(`${stream}1`, { type: 'Do', data: {} }, when),
      commandHash(stream, { type: 'Undo', data: {} }, when),
      commandHash(stream, { type: 'Do', data: { a: 1 } }, when),
      commandHash(stream, { type: 'Do', data: {} }, { occurredAt: '2022-03-31T09:00:00.001Z' }),
      commandHash(stream, { type: 'Do', data: {} }, { ...when, reason: 'Because' }),
      commandHash(stream, { type: 'Do', data: {} }, { ...when, onBehalfOf: actorId }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
