import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  anId,
  anInstant,
  aTerritoryPath,
  commonPath,
  idOf,
  isAnyId,
  isId,
  isWithin,
  kindOf,
  pathBelow,
  personal,
  personalFields,
  uuidOf,
} from './index.js';

const uuid = '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11';

describe('an id', () => {
  it('is its kind and a lower-case UUID', () => {
    expect(idOf('dutyPoint', uuid)).toBe(`dutyPoint-${uuid}`);
    expect(kindOf(`dutyPoint-${uuid}`)).toBe('dutyPoint');
    expect(uuidOf(`dutyPoint-${uuid}`)).toBe(uuid);
  });

  it.each([`finding-${uuid.toUpperCase()}`, 'finding-1', `finding${uuid}`, `duty-point-${uuid}`, uuid, 7, undefined])(
    'is not %p',
    (value) => {
      expect(isId('finding', value)).toBe(false);
    },
  );

  it('of any kind is told from other text', () => {
    expect(isAnyId(`dutyPoint-${uuid}`)).toBe(true);
    expect(isAnyId(`duty-point-${uuid}`)).toBe(false);
  });
});

describe('a territory path', () => {
  it('is never a prefix of a sibling', () => {
    const c1 = pathBelow('', `territory-c1`);
    const c10 = pathBelow('', `territory-c10`);
    expect(isWithin(c10, c1)).toBe(false);
    expect(isWithin(pathBelow(c1, 'territory-d'), c1)).toBe(true);
  });

  it.each([
    ['', 'a/', ''],
    ['a/', 'a/', 'a/'],
    ['a/b/', 'a/', 'a/'],
    ['a/b/c/', 'a/b/d/', 'a/b/'],
    ['a/b/', 'c/b/', ''],
    ['a/b1/', 'a/b/', 'a/'],
  ])('and another, %p and %p, meet in %p', (one, other, common) => {
    expect(commonPath(one, other)).toBe(common);
    expect(commonPath(other, one)).toBe(common);
  });
});

describe('personal fields', () => {
  it('are found in objects, lists and optional parts', () => {
    const schema = z.object({
      name: personal(),
      nick: personal().optional(),
      visits: z.array(z.object({ note: personal(), place: z.string() })),
    });
    expect(personalFields(schema)).toEqual([['name'], ['nick'], ['visits', '*', 'note']]);
  });
});

describe('a shape in an event', () => {
  it('takes ids of its own kind only', () => {
    expect(anId('dutyPoint').safeParse(`dutyPoint-${uuid}`).success).toBe(true);
    expect(anId('dutyPoint').safeParse(`finding-${uuid}`).success).toBe(false);
  });

  it('takes instants that sort as text only', () => {
    expect(anInstant().safeParse('2022-03-17T13:40:00.000Z').success).toBe(true);
    for (const other of ['2022-03-17T13:40:00Z', '2022-03-17T21:40:00.000+08:00', '2022-03-17']) {
      expect(anInstant().safeParse(other).success).toBe(false);
    }
  });

  it('takes closed territory paths only', () => {
    expect(aTerritoryPath().safeParse('').success).toBe(true);
    expect(aTerritoryPath().safeParse(`${uuid}/${uuid}/`).success).toBe(true);
    expect(aTerritoryPath().safeParse(uuid).success).toBe(false);
  });
});
