import { describe, expect, it } from '@jest/globals';
import { BEGUN_MS, BegunSignIns, checksOf } from './begun-sign-ins.js';

const KEY = Buffer.alloc(32, 1);
const NOW = new Date('2026-01-05T01:00:00.000Z');
const at = (ms: number, key = KEY) =>
  new BegunSignIns(
    () => key,
    () => new Date(NOW.getTime() + ms),
  );

describe('a sign-in that was begun', () => {
  it('is known again by what the browser holds, for ten minutes', async () => {
    const { begun, held } = await at(0).begin('/findings');
    expect(begun.to).toBe('/findings');
    expect(await at(BEGUN_MS - 1_000).read(held)).toEqual(begun);
    expect(await at(BEGUN_MS).read(held)).toBeUndefined();
  });

  it('is known by nobody else, and never when it was changed', async () => {
    const { held } = await at(0).begin('/findings');
    const [head = '', , seal = ''] = held.split('.');
    const other = Buffer.from(JSON.stringify({ to: '//elsewhere', jti: 'x', aud: 'sifang-begun', exp: 9e9 }));
    expect(await at(0, Buffer.alloc(32, 2)).read(held)).toBeUndefined();
    expect(await at(0).read(`${head}.${other.toString('base64url')}.${seal}`)).toBeUndefined();
    expect(await at(0).read('')).toBeUndefined();
  });

  it('has checks of its own that tell nothing of each other', async () => {
    const [one, other] = [await at(0).begin('/'), await at(0).begin('/')];
    const all = [one, other].flatMap(({ begun }) => {
      const { state, nonce, verifier } = checksOf(begun);
      return [begun.secret, state, nonce, verifier];
    });
    expect(new Set(all).size).toBe(8);
    expect(all.every((text) => /^[\w-]{43}$/.test(text))).toBe(true);
    expect(checksOf(one.begun)).toEqual(checksOf(one.begun));
  });
});
