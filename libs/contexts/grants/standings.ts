import { personStream, postsHeldAt, type Appointment } from '#contexts/parties';
import type { Id, StateSource } from '#kernel';
import { accountStream, holderOf } from './account/account.state.js';
import { grantedAt } from './granted-at.js';

/** A post of somebody, as far as who signs in has to know. */
const heldPost = ({ postId, orgId, territoryId }: Appointment) => ({ postId, orgId, territoryId });

/**
 * How the owner of an account stands at a moment: the posts that they hold, and what they have in one of them. The number of an account
 * says whose it is, so that all of it is read together: whoever comes waits for the log once.
 */
export const standingOf = async (
  source: StateSource,
  account: Id<'account'>,
  { post, at }: { readonly post: Id<'post'> | undefined; readonly at: string },
) => {
  const personId = holderOf(account);
  const [owned, person, grants] = await Promise.all([
    source.state(accountStream, account),
    source.state(personStream, personId),
    grantedAt(source, { personId, post }, [at]),
  ]);
  if (owned.is !== 'enabled') return undefined;
  const posts = postsHeldAt(person, at).map(heldPost);
  return { personId, posts, grants, ...(owned.unpinned && { unpinned: owned.unpinned }) };
};

/** How often an account was freed of the one whom a sign-in service knows it by. */
export const unpinnedOf = async (source: StateSource, account: Id<'account'>): Promise<number> => {
  const state = await source.state(accountStream, account);
  return state.is === 'new' ? 0 : (state.unpinned ?? 0);
};
