import { refused, type Id, type Refusal } from '#kernel';
import type { GrantAsked, Grantee } from './grant.commands.js';
import type { Reach } from './grant.events.js';
import { excludes } from './grant.exclusion.js';
import type { EndsGrant, GrantFacts, OwnPosts } from './grant.facts.js';
import type { GrantRefusal } from './grant.refusals.js';
import type { Grant } from './grant.state.js';
import { roleReaches, type GrantedRole } from './grant.words.js';

type No = Refusal<GrantRefusal>;

/** What a role would reach; or why it cannot be granted over that. */
const reachOf = (
  { role, territoryId, orgId }: GrantAsked,
  { territory, body }: GrantFacts,
): No | { readonly reach: Reach } => {
  const over = roleReaches(role);
  if ((over === 'place') !== (territoryId !== undefined)) return refused('REACH_DOES_NOT_FIT', 'territoryId');
  if ((over === 'body') !== (orgId !== undefined)) return refused('REACH_DOES_NOT_FIT', 'orgId');
  if (orgId) return body.is === 'active' ? { reach: { orgId } } : refused('REACH_NOT_FOUND', 'orgId');
  if (!territoryId) return { reach: { nowhere: true } };
  return territory.is === 'standing'
    ? { reach: { territoryId, territoryPath: territory.path } }
    : refused('REACH_NOT_FOUND', 'territoryId');
};

const COUNTY_AND_ABOVE: ReadonlySet<string> = new Set(['nation', 'province', 'city', 'county', 'developmentZone']);

/** Whether a second person has to approve: over a county or more, and for administrators. [ASVS 2.3.5] */
export const needsTwo = (role: GrantedRole, { territory }: GrantFacts): boolean =>
  role === 'admin' || (territory.is === 'standing' && COUNTY_AND_ABOVE.has(territory.level));

/** Whether somebody would grant something to themselves or to whom they stand in for, by name or by the post that either holds. */
export const isOwn = (grantee: Grantee, doers: readonly Id[], posts: OwnPosts): boolean =>
  'personId' in grantee ? doers.includes(grantee.personId) : posts.includes(grantee.postId);

const granteeFault = (
  role: GrantedRole,
  grantee: Grantee,
  doers: readonly Id[],
  { isThere, ownPosts }: GrantFacts,
): No | undefined => {
  // SD4: two say who administers, and one who is appointed to a post.
  if (role === 'admin' && 'postId' in grantee) return refused('ADMINISTRATION_BY_NAME', 'postId');
  if (!isThere) return refused('GRANTEE_NOT_FOUND', 'personId' in grantee ? 'personId' : 'postId');
  return isOwn(grantee, doers, ownPosts) ? refused('OWN_GRANT') : undefined;
};

const periodFault = ({ role, from, to }: GrantAsked): No | undefined => {
  if (to === undefined) return undefined;
  if (to <= from) return refused('ENDS_BEFORE_IT_BEGINS', 'to');
  // SD5: an end that comes by itself asks nobody whether somebody is left.
  return role === 'admin' ? refused('ADMINISTRATION_WITHOUT_SET_END', 'to') : undefined;
};

/** What is wanted, as far as it stands by itself; or why it cannot be had. */
export const wantedBy = (
  asked: GrantAsked,
  doers: readonly Id[],
  facts: GrantFacts,
): No | { readonly grantee: Grantee; readonly reach: Reach; readonly reason: string } => {
  const { grantee, reason, role } = asked;
  if (!grantee) return refused('GRANTEE_UNCLEAR', 'personId');
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  const off = periodFault(asked);
  if (off) return off;
  const against = granteeFault(role, grantee, doers, facts);
  if (against) return against;
  const over = reachOf(asked, facts);
  return 'refused' in over ? over : { grantee, reach: over.reach, reason };
};

const sameReach = (one: Reach, other: Reach): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether it counts, or may yet. */
export const lasts = ({ status }: Grant): boolean => status === 'granted' || status === 'proposed';

/** SD5: why whoever acts does not end what makes somebody an administrator: it is their own, or they go themselves. */
export const notTheirsToEnd = (
  { role, status, grantee }: Grant,
  doers: readonly Id[],
  { posts, stays }: EndsGrant,
): 'OWN_ADMINISTRATION' | 'OWN_END_AHEAD' | undefined => {
  if (role !== 'admin' || status !== 'granted') return undefined;
  if (isOwn(grantee, doers, posts)) return 'OWN_ADMINISTRATION';
  return stays ? undefined : 'OWN_END_AHEAD';
};

/** What stands against a grant beside those that somebody has. */
export const besides = (
  role: GrantedRole,
  reach: Reach,
  grants: readonly Grant[],
  byPost: readonly Grant[],
): No | undefined => {
  const standing = grants.filter(lasts);
  if (standing.some((grant) => grant.role === role && grant.to === undefined && sameReach(grant.reach, reach))) {
    return refused('GRANTED_ALREADY', 'role');
  }
  return [...standing, ...byPost].some((grant) => excludes(grant.role, role))
    ? refused('ROLES_EXCLUDE_EACH_OTHER', 'role')
    : undefined;
};
