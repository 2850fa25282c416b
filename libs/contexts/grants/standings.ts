import {
  actsFor,
  personStream,
  postsActedIn,
  postsHeldAt,
  type Appointment,
  type PersonState,
} from '#contexts/parties';
import type { Id, Role, StateSource } from '#kernel';
import { accountStream, holderOf, type AccountState } from './account/account.state.js';
import { countingAt, endedBy, heldBy } from './granted-at.js';

/** A post of somebody, as far as who signs in has to know. */
const heldPost = ({ postId, orgId, territoryId }: Appointment) => ({ postId, orgId, territoryId });

/** The post that somebody has chosen, and for whom they act in it where it is not theirs. */
interface InPost {
  readonly postId: Id<'post'>;
  readonly onBehalfOf?: Id<'person'> | undefined;
}

/** The post that somebody chose, where it is another's and they act in it. */
const actedIn = (
  { postId, onBehalfOf }: Partial<InPost>,
  principal: PersonState | undefined,
  deputy: { readonly deputy: PersonState; readonly deputyId: Id<'person'> },
  at: string,
) =>
  principal && onBehalfOf
    ? postsHeldAt(principal, at)
        .filter((theirs) => theirs.postId === postId && actsFor({ principal, ...deputy }, theirs, at))
        .map((theirs) => ({ ...heldPost(theirs), onBehalfOf }))
    : [];

/** How often somebody had left a post by a moment: they may be in it again. */
const timesLeft = (person: PersonState, post: Id<'post'> | undefined, at: string): number =>
  person.is === 'new' ? 0 : person.appointments.filter(({ postId, to }) => postId === post && to && to <= at).length;

/** What ended so far of what somebody rests on; nothing where nothing did. */
const endings = (
  { shut: account = 0, reset: password = 0 }: Exclude<AccountState, { readonly is: 'new' }>,
  post: number,
  roles: readonly Role[],
) => account + password + post + roles.length > 0 && { ended: { account, post, roles, password } };

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
  const [owned, person, principal, held] = await Promise.all([
    source.state(accountStream, account),
    source.state(personStream, personId),
    onBehalfOf ? source.state(personStream, onBehalfOf) : undefined,
    heldBy(source, { personId, post, onBehalfOf }),
  ]);
  if (owned.is !== 'enabled') return undefined;
  const forAnother = actedIn(chosen ?? {}, principal, { deputy: person, deputyId: personId }, at);
  return {
    personId,
    posts: postsHeldAt(person, at).map(heldPost),
    grants: countingAt(held, [at]),
    ...(forAnother.length > 0 && { forAnother }),
    ...(owned.unpinned && { unpinned: owned.unpinned }),
    ...endings(owned, timesLeft(person, post, at), endedBy(held, at)),
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
