import { idOf, type Id } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { grantsAwaiting } from './awaiting.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number) => idOf('person', uuid(n));
const viewer = (
  role: 'admin' | 'lead',
  more: { readonly postId?: Id<'post'>; readonly onBehalfOf?: Id<'person'> } = {},
) => ({
  ...{ actorId: person(1), orgId: idOf('organisation', uuid(9)), ...more },
  grants: [{ role }],
});

describe('a grant that is proposed', () => {
  it('awaits administrators only', () => {
    expect(grantsAwaiting(viewer('admin')).map(({ where }) => where)).toEqual([{ status: 'proposed' }]);
    expect(grantsAwaiting(viewer('lead'))).toEqual([]);
  });

  it('SD4: awaits neither who proposed it nor whom it is for, by name, by post, or for whom they stand in', () => {
    expect(grantsAwaiting(viewer('admin'))[0]?.unless).toEqual([
      { proposedById: [person(1)] },
      { granteeId: [person(1)] },
    ]);
    const post = idOf('post', uuid(3));
    expect(grantsAwaiting(viewer('admin', { postId: post, onBehalfOf: person(2) }))[0]?.unless).toEqual([
      { proposedById: [person(1), person(2)] },
      { granteeId: [person(1), person(2), post] },
    ]);
  });
});
