import { actsFor, personStream, postsActedIn, postsHeldAt, type Appointment } from '#contexts/parties';
import type { Id, StateSource } from '#kernel';
import { accountStream, holderOf } from './account/account.state.js';
import { grantedAt } from './granted-at.js';

/** A post of somebody, as far as who signs in has to know. */
const heldPost = ({ postId, orgId, territoryId }: Appointment) => ({ postId, orgId, territoryId });

/** The post that somebody has chosen, and for whom they act in it where it is not theirs. */
interface InPost {
  readonly postId: Id<'post'>;
  readonly onBehalfOf?: Id<'person'> | undefined;
}

/**
 * How the owner of an account stands at a moment: the posts that they hold, and what they have in one of them. The number of an account
 * says whose it is, so that all of it is read together: whoever comes waits for the log once.
 */
export const standingOf = async (
  source: StateSource,
  account: Id<'account'>,
  { chosen, at }: { readonly chosen: InPost | undefined; readonly at: string },
) => {
  const personId = holderOf(account);
  const { postId: post, onBehalfOf } = chosen ?? {};
  const [owned, person, principal, grants] = await Promise.all([
    source.state(accountStream, account),
    source.state(personStream, personId),
    onBehalfOf && source.state(personStream, onBehalfOf),
    grantedAt(source, { personId, post, onBehalfOf }, [at]),
  ]);
  if (owned.is !== 'enabled') return undefined;
  const posts = postsHeldAt(person, at).map(heldPost);
  const forAnother =
    principal && onBehalfOf
      ? postsHeldAt(principal, at)
          .filter((held) => held.postId === post)
          .filter((held) => actsFor({ principal, deputy: person, deputyId: personId }, held, at))
          .map((held) => ({ ...heldPost(held), onBehalfOf }))
      : [];
  return {
    personId,
    posts,
    grants,
    ...(forAnother.length > 0 && { forAnother }),
    ...(owned.unpinned && { unpinned: owned.unpinned }),
  };
};

/** The posts that the owner of an account may act in for others at a moment. */
export const postsForOthers = async (source: Parameters<typeof postsActedIn>[0], account: Id<'account'>, at: string) =>
  (await postsActedIn(source, holderOf(account), at)).map(({ held, onBehalfOf }) => ({
    ...heldPost(held),
    onBehalfOf,
  }));

/** How often an account was freed of the one whom a sign-in service knows it by. */
export const unpinnedOf = async (source: StateSource, account: Id<'account'>): Promise<number> => {
  const state = await source.state(accountStream, account);
  return state.is === 'new' ? 0 : (state.unpinned ?? 0);
};
