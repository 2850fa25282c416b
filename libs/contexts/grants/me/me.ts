import type { Actor, Granted } from '#access';
import type { Appointment, PostForAnother } from '#contexts/parties';
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

const postOfMine = ({ postId, orgId, territoryId }: Appointment) => ({
  ...{ post: ref(postId), organisation: ref(orgId) },
  territory: referred(territoryId),
});

/** Who asks, with the posts that they hold, and those in which they may act for others now. */
export const meOf = (
  { actorId, postId, orgId, territoryId, onBehalfOf, grants }: Actor,
  held: readonly Appointment[],
  forOthers: readonly PostForAnother[] = [],
): Me => ({
  person: ref(actorId),
  post: referred(postId),
  organisation: ref(orgId),
  territory: referred(territoryId),
  onBehalfOf: referred(onBehalfOf),
  posts: [
    ...held.map(postOfMine),
    ...forOthers.map((one) => ({ ...postOfMine(one.held), onBehalfOf: ref(one.onBehalfOf) })),
  ],
  grants: grants.flatMap(roleOfMine),
});
