import { createHash } from 'node:crypto';
import { Unavailable, type JsonObject } from '#platform/event-store';
import { z } from 'zod';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SealBroken } from './errors.js';
import { MemoryKeyStore } from './memory-key-store.js';
import { ERASED, KEY_MISSING } from './personal-data.js';
import { PersonalDataCipher } from './personal-data-cipher.js';
import { locate } from './token.js';

const stream = 'person-6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11';
const place = { stream, eventId: '0b8c1a11-0d5b-4f0a-9a70-3d2f0b8c1a11' } as const;
const fields = [['name'], ['visits', '*', 'note']];
const plain = { name: '虚构人 Nobody', city: 'Nowhere', visits: [{ note: 'a' }, { note: 'b', at: 'noon' }] };

describe('personal data', () => {
  let keys: MemoryKeyStore;
  let personal: PersonalDataCipher;
  beforeEach(() => {
    keys = new MemoryKeyStore();
    personal = new PersonalDataCipher(keys);
  });
  const seal = (data: JsonObject = plain) => personal.seal(place, fields, data);
  const sealedName = async () => z.string().parse((await seal())['name']);

  it('is sealed, and nothing else is', async () => {
    const sealed = await seal();
    expect(sealed).toEqual({
      name: expect.stringMatching(/^sealed:1:[0-9a-f-]{36}:[A-Za-z0-9_-]+$/),
      city: 'Nowhere',
      visits: [{ note: expect.stringMatching(/^sealed:/) }, { note: expect.stringMatching(/^sealed:/), at: 'noon' }],
    });
    expect(JSON.stringify(sealed)).not.toContain('Nobody');
  });

  it('is sealed differently each time, so that equal texts cannot be told', async () => {
    expect((await seal())['name']).not.toBe((await seal())['name']);
  });

  it('opens again once it says where it was sealed', async () => {
    const data = await seal();
    expect(await personal.open(locate({ ...place, data }))).toEqual(plain);
  });

  it('opens in whatever shape it is carried', async () => {
    const { name } = locate({ ...place, data: await seal() });
    const rows = [{ label: name, position: 7n, at: new Date(0) }, undefined, null];
    expect(await personal.open(rows)).toEqual([{ label: plain.name, position: 7n, at: new Date(0) }, undefined, null]);
  });

  it('leaves the same value where nothing is sealed', async () => {
    const rows = [{ title: 'plain' }];
    expect(await personal.open(rows)).toBe(rows);
    expect(await personal.seal(place, fields, { city: 'Nowhere' })).toEqual({ city: 'Nowhere' });
  });

  it('shows as erased only what is erased on record, and as missing any other key that is gone', async () => {
    const data = locate({ ...place, data: await seal() });
    const other = { stream: 'person-other', eventId: place.eventId } as const;
    const erased = locate({ ...other, data: await personal.seal(other, fields, plain) });
    keys.lose(stream);
    await keys.erase(other.stream);
    expect(await personal.open(data)).toMatchObject({ name: KEY_MISSING, city: 'Nowhere' });
    expect(await personal.open(erased)).toMatchObject({ name: ERASED, city: 'Nowhere' });
  });

  describe('whose key cannot be asked for now', () => {
    const away = new Unavailable(new Error('connect'));
    const shut = () =>
      new PersonalDataCipher({
        keyFor: () => Promise.reject(away),
        find: () => Promise.reject(away),
        secret: (purpose) => keys.secret(purpose),
      });

    it('is not opened, nor sealed', async () => {
      const data = locate({ ...place, data: await seal() });
      await expect(shut().open(data)).rejects.toBe(away);
      await expect(shut().seal(place, fields, plain)).rejects.toBe(away);
    });

    it('keeps back its own fields only, of a value that is read by fields', async () => {
      const data = locate({ ...place, data: await seal() });
      const row = (await shut().openFields(data)) as typeof plain;
      expect([row.city, row.visits[1]?.at, row.visits.length]).toEqual(['Nowhere', 'noon', 2]);
      expect(() => row.name).toThrow(away);
      expect(() => row.visits[0]?.note).toThrow(away);
      expect(await personal.openFields(data)).toEqual(plain);
    });
  });

  it.each([
    ['another event', { ...place, eventId: '11111111-0d5b-4f0a-9a70-3d2f0b8c1a11' }, 'name'],
    ['another stream', { ...place, stream: `${stream}0` as const }, 'name'],
    ['another field', place, 'city'],
  ])('does not open when it was moved to %s', async (_, moved, field) => {
    const { name = '' } = await seal();
    await expect(personal.open(locate({ ...moved, data: { [field]: name } }))).rejects.toBeInstanceOf(SealBroken);
  });

  it('does not open under the key of another stream', async () => {
    const { name } = locate({ ...place, data: { name: await sealedName() } });
    const { id } = await keys.keyFor('person-other');
    const other = name.replace(/^sealed:1:[^:]+/, `sealed:1:${id}`);
    await expect(personal.open(other)).rejects.toBeInstanceOf(SealBroken);
  });

  it('does not open when a bit of it was changed, or when most of it is missing', async () => {
    const name = await sealedName();
    const changed = name.replace(/.(?=.{4}$)/, (last) => (last === 'A' ? 'B' : 'A'));
    await expect(personal.open(locate({ ...place, data: { name: changed } }))).rejects.toBeInstanceOf(SealBroken);
    const cut = name.slice(0, 60);
    await expect(personal.open(locate({ ...place, data: { name: cut } }))).rejects.toBeInstanceOf(SealBroken);
  });

  it('does not open where nothing says where it was sealed', async () => {
    await expect(personal.open(await seal())).rejects.toBeInstanceOf(SealBroken);
  });

  it.each([
    ['in a personal field', { name: 'sealed:1:whatever' }, 'name'],
    ['in any other', { visits: [{ at: 'sealed:' }] }, 'visits.0.at'],
  ])('refuses text that only looks sealed, %s', async (_, data, path) => {
    await expect(seal(data)).rejects.toMatchObject({ name: 'LooksSealed', path });
  });
});

describe('the fingerprint of a text', () => {
  const cipher = new PersonalDataCipher(new MemoryKeyStore());

  it('is the same for the same text, and another for another', () => {
    expect(cipher.fingerprint('one')).toBe(cipher.fingerprint('one'));
    expect(cipher.fingerprint('two')).not.toBe(cipher.fingerprint('one'));
  });

  it('cannot be guessed without the key store: it is neither a bare hash nor the same elsewhere', () => {
    expect(cipher.fingerprint('one')).not.toBe(createHash('sha256').update('one').digest('hex'));
    expect(new PersonalDataCipher(new MemoryKeyStore()).fingerprint('one')).not.toBe(cipher.fingerprint('one'));
  });
});
