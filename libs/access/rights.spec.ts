import type { StateSource } from '#kernel';
import { expect, it } from '@jest/globals';
import { actorWith } from './access.js';
import { ANYBODY, inPostBy } from './rights.js';

const orgId = 'organisation-00000000-0000-4000-8000-000000000001';
const actorId = 'person-00000000-0000-4000-8000-000000000001';
const actor = actorWith({ actorId, orgId, territory: 'a/', roles: ['hq'] });
const acting = { actor, kind: 'finding', at: ['2022-04-01T00:00:00.000Z'] };
const source = {} as StateSource;

it('W4: what somebody states is theirs while they are in post by the record', async () => {
  const asked: unknown[] = [];
  const rights = (isInPost: boolean) =>
    inPostBy({ inPost: (...about) => Promise.resolve(asked.push(about) > 0 && isInPost) }).of(acting, source);
  expect(await rights(true)).toBe(actor);
  expect(await rights(false)).toBeUndefined();
  expect(asked).toEqual([
    [acting, source],
    [acting, source],
  ]);
  expect(await ANYBODY.of(acting, source)).toBe(actor);
});
