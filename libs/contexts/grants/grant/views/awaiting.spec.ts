import { idOf, ref } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { isForOthers, mayApprove } from './awaiting.js';

const person = (n: number) => idOf('person', `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const viewer = (role: 'admin' | 'lead') => ({
  ...{ actorId: person(1), orgId: idOf('organisation', '00000000-0000-4000-8000-000000000009') },
  grants: [{ role }],
});

describe('a grant that is proposed', () => {
  it('awaits administrators only', () => {
    expect(mayApprove(viewer('admin'))).toBe(true);
    expect(mayApprove(viewer('lead'))).toBe(false);
  });

  it('SD4: awaits neither who proposed it nor whom it is for', () => {
    const grant = (proposer: number, grantee: number) => ({
      proposedBy: ref(person(proposer)),
      granteeId: person(grantee),
    });
    expect(isForOthers(viewer('admin'), grant(2, 3))).toBe(true);
    expect(isForOthers(viewer('admin'), grant(1, 3))).toBe(false);
    expect(isForOthers(viewer('admin'), grant(2, 1))).toBe(false);
  });
});
