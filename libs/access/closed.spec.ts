import type { Closed, Id, Role } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { actorWith } from './access.js';
import { isShown, maskFor } from './closed.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [me, other, post] = [`person-${uuid(1)}`, `person-${uuid(2)}`, `post-${uuid(3)}`] as const;
const asking = (...roles: readonly Role[]) =>
  actorWith({ actorId: me, postId: post, orgId: `organisation-${uuid(4)}`, territory: 'a/b/', roles });
const at = (territory: string, ...people: readonly Id[]) => ({
  people,
  owner: { territory, orgs: [] },
});

describe('SD7, SD5: what is closed to most who see a row', () => {
  it('is shown to whom it is about and who saw to it, by name or by post', () => {
    expect(isShown(asking('unit'), at('x/', me))).toBe(true);
    expect(isShown(asking('unit'), at('x/', post))).toBe(true);
    expect(isShown(asking(), at('x/', other, me))).toBe(true);
    expect(isShown(asking('unit'), at('x/', other))).toBe(false);
  });

  it('is shown to administrators, who keep the record, wherever it lies', () => {
    expect(isShown(asking('admin'), at('x/'))).toBe(true);
    expect(isShown(asking('system'), at(''))).toBe(true);
  });

  it('is shown to auditors and discipline officers within their reach, and nowhere else', () => {
    for (const role of ['auditor', 'discipline'] as const) {
      expect(isShown(asking(role), at('a/b/c/'))).toBe(true);
      expect(isShown(asking(role), at('a/'))).toBe(false);
      expect(isShown(asking(role), at(''))).toBe(false);
    }
  });

  it.each([
    'inspector',
    'lead',
    'supervision',
    'supervision-head',
    'hq',
    'commander',
    'unit',
    'unit-head',
    'public',
  ] as const)('is not shown to %s, whatever lies within their reach', (role) => {
    expect(isShown(asking(role), at('a/b/c/'))).toBe(false);
  });

  it('is the mask with which a row is read: fields for those who are not shown them, none for the others', () => {
    const closed: Closed<{ readonly by: typeof me }> = {
      fields: [['reason']],
      to: ({ by }) => ({ people: [by], owner: { territory: 'x/', orgs: [] } }),
    };
    expect(maskFor(asking('hq'), closed, { by: other })).toEqual([['reason']]);
    expect(maskFor(asking('hq'), closed, { by: me })).toEqual([]);
    expect(maskFor(asking('hq'), undefined, { by: other })).toEqual([]);
  });
});
