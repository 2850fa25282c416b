import type { Actor, Granted } from '#access';
import type { postsHeldAt } from '#contexts/parties';
import { idOf, ref, type Id, type TerritoryPath } from '#kernel';
import { wordFor } from '../grant/grant.words.js';
import type { Me } from './me.row.js';

const referred = (id: Id | undefined) => id && ref(id);

/** The place that a path ends at; none for the root of everything. */
const placeAt = (path: TerritoryPath): Id<'territory'> | undefined => {
  const uuid = path.split('/').at(-2);
  return uuid === undefined ? undefined : idOf('territory', uuid);
};

const roleOfMine = ({ role, territory = '', orgId }: Granted): Me['grants'] => {
  const word = wordFor(role);
  return word ? [{ role: word, territory: referred(placeAt(territory)), organisation: referred(orgId) }] : [];
};

/** Who asks, with the posts that they hold. */
export const meOf = (
  { actorId, postId, orgId, territoryId, grants }: Actor,
  held: ReturnType<typeof postsHeldAt>,
): Me => ({
  person: ref(actorId),
  post: referred(postId),
  organisation: ref(orgId),
  territory: referred(territoryId),
  posts: held.map((one) => ({
    post: ref(one.postId),
    organisation: ref(one.orgId),
    territory: referred(one.territoryId),
  })),
  grants: grants.flatMap(roleOfMine),
});
