import { grantsOfRole, rolesOf, type Actor } from '#access';
import type { Role } from '#kernel';
import { isSamePost, type Chosen } from './sessions.js';
import type { Standing } from './standing.js';

/**
 * Who somebody is in a post that they hold, or act in for another, with all their roles there or with these only; undefined where they
 * do neither.
 */
export const actingIn = (
  { personId, posts, forAnother = [], grants }: Standing,
  chosen: Chosen,
  onlyAs?: readonly Role[],
): Actor | undefined => {
  const post = [...posts, ...forAnother].find((one) => isSamePost(one, chosen));
  if (!post) return undefined;
  const { postId, orgId, territoryId, onBehalfOf } = post;
  return {
    ...{ actorId: personId, postId, orgId, byRecord: true },
    ...(territoryId && { territoryId }),
    ...(onBehalfOf && { onBehalfOf }),
    grants: grantsOfRole({ grants }, onlyAs ?? rolesOf({ grants })),
    ...(onlyAs && { onlyAs }),
  };
};
