import { grantsOfRole, rolesOf, type Actor } from '#access';
import type { Role } from '#kernel';
import type { Chosen } from './sessions.js';
import type { Standing } from './standing.js';

/** Who somebody is in a post that they hold, with all their roles there or with these only; undefined where they do not hold it. */
export const actingIn = (
  { personId, posts, grants }: Standing,
  chosen: Chosen,
  onlyAs?: readonly Role[],
): Actor | undefined => {
  const post = posts.find(({ postId, orgId }) => postId === chosen.postId && orgId === chosen.orgId);
  if (!post) return undefined;
  const { postId, orgId, territoryId } = post;
  return {
    ...{ actorId: personId, postId, orgId, byRecord: true },
    ...(territoryId && { territoryId }),
    grants: grantsOfRole({ grants }, onlyAs ?? rolesOf({ grants })),
    ...(onlyAs && { onlyAs }),
  };
};
