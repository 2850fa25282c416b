import {
  organisationStream,
  personStream,
  postsHeldAt,
  stays,
  territoryStream,
  type OrganisationState,
  type TerritoryState,
} from '#contexts/parties';
import { doersOf, isId, type Id, type Occasion, type StateReader } from '#kernel';
import type { GrantAsked, Grantee } from './grant.commands.js';
import { grantsOf, grantStream, inForceAt, type Grant } from './grant.state.js';

/** The posts of whoever acts, and of whom they stand in for: what is granted to a post is granted to them. */
export type OwnPosts = readonly Id<'post'>[];

/** What a grant rests on. */
export interface GrantFacts {
  /** Whether there is such a person, or such a post of that body. */
  readonly isThere: boolean;
  readonly territory: TerritoryState;
  readonly body: OrganisationState;
  /** What a person has by the posts that they hold. */
  readonly byPost: readonly Grant[];
  readonly ownPosts: OwnPosts;
}

const postsOf = async (read: StateReader, person: Id, at: string): Promise<OwnPosts> =>
  isId('person', person) ? postsHeldAt(await read.behind(personStream, person), at).map(({ postId }) => postId) : [];

/** The posts that the one who acts holds at that moment, and those of whom they stand in for. */
export const ownPosts = async (read: StateReader, on: Occasion): Promise<OwnPosts> =>
  (await Promise.all(doersOf(on).map((doer) => postsOf(read, doer, on.occurredAt)))).flat();

/** What somebody else's grant is ended by: the posts of whoever acts, and whether they stay themselves. */
export interface EndsGrant {
  readonly posts: OwnPosts;
  readonly stays: boolean;
}

/** How the one who ends a grant stands; `now` where the act may be dated back. */
export const endsGrant = async (read: StateReader, on: Occasion, now?: string): Promise<EndsGrant> => {
  const [posts, staying] = await Promise.all([ownPosts(read, on), stays(read, { ...on, now })]);
  return { posts, stays: staying };
};

const isThere = async (read: StateReader, grantee: Grantee | undefined): Promise<boolean> => {
  if (!grantee) return false;
  // Who keeps accounts has to know who there is, whatever else they may see of them.
  if ('personId' in grantee) return (await read.behind(personStream, grantee.personId)).is === 'registered';
  const body = await read.state(organisationStream, grantee.orgId);
  return body.is === 'active' && body.posts.includes(grantee.postId);
};

const byPost = async (read: StateReader, grantee: Grantee | undefined, at: string): Promise<readonly Grant[]> => {
  if (!grantee || !('personId' in grantee)) return [];
  const posts = await postsOf(read, grantee.personId, at);
  const states = await Promise.all(posts.map((post) => read.state(grantStream, grantsOf(post))));
  return states.flatMap((state) => inForceAt(state, at));
};

/** Reads what a grant rests on. */
export const grantFacts = async (
  read: StateReader,
  { grantee, territoryId, orgId }: GrantAsked,
  on: Occasion,
): Promise<GrantFacts> => ({
  isThere: await isThere(read, grantee),
  territory: territoryId ? await read.state(territoryStream, territoryId) : territoryStream.initial,
  body: orgId ? await read.state(organisationStream, orgId) : organisationStream.initial,
  byPost: await byPost(read, grantee, on.occurredAt),
  ownPosts: await ownPosts(read, on),
});
