import { idOf } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { meOf } from './me.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [actorId, postId, orgId] = [idOf('person', uuid(1)), idOf('post', uuid(2)), idOf('organisation', uuid(3))];
const territoryId = idOf('territory', uuid(5));

describe('me', () => {
  it('says who acts in which post for which body, every post that they hold, and those of whom they stand in for', () => {
    const other = {
      postId: idOf('post', uuid(6)),
      orgId,
      territoryId,
      territoryPath: `${uuid(5)}/`,
      from: '2022-01-01T00:00:00.000Z',
    };
    expect(meOf({ actorId, postId, orgId, territoryId, grants: [] }, [other])).toMatchObject({
      person: { id: actorId },
      post: { id: postId },
      organisation: { id: orgId },
      territory: { id: territoryId },
      posts: [{ post: { id: other.postId }, organisation: { id: orgId } }],
      grants: [],
    });
    const onBehalfOf = idOf('person', uuid(7));
    const acting = meOf({ actorId, postId, orgId, onBehalfOf, grants: [] }, [other], [{ held: other, onBehalfOf }]);
    expect(acting.onBehalfOf).toEqual({ id: onBehalfOf });
    expect(acting.posts.map((one) => one.onBehalfOf?.id)).toEqual([undefined, onBehalfOf]);
  });

  it('names every role in the words of the schema, with the place or the body that it is over', () => {
    const { grants } = meOf(
      {
        ...{ actorId, orgId },
        grants: [
          { role: 'supervision-head', territory: `${uuid(4)}/${uuid(5)}/` },
          { role: 'unit', orgId },
          { role: 'admin', territory: '' },
        ],
      },
      [],
    );
    expect(grants).toEqual([
      { role: 'supervisionHead', territory: { id: territoryId }, organisation: undefined },
      { role: 'unit', territory: undefined, organisation: { id: orgId } },
      { role: 'admin', territory: undefined, organisation: undefined },
    ]);
  });
});
