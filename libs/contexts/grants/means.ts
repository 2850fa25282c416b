import { denied, type Granted } from '#access';
import { personStream, postsHeldAt } from '#contexts/parties';
import type { Id, Occasion, Own, Owner, Role, StateReader } from '#kernel';
import { accountOf, accountStream } from './account/account.state.js';
import { isGoverned } from './grant/grant.founding.js';
import { grantedAt } from './granted-at.js';

/** For which body somebody could act in one of their posts, and with what. */
interface Means {
  readonly orgId: Id<'organisation'>;
  readonly grants: readonly Granted[];
}

type PersonId = Id<'person'>;

/** What people who are named could act with; undefined in a log that grants nothing itself, where tokens of development say it. */
export type MeansOf = ReadonlyMap<PersonId, readonly Means[]> | undefined;

/** The roles for a step, and whose the thing is that it is about. */
export interface Step {
  readonly who: readonly Role[];
  readonly owner: Owner;
}

/** Posts that were held at all these moments, and what was granted then to the person, or to whoever is in that post. */
const meansHeld = async (read: StateReader, personId: PersonId, at: readonly string[]): Promise<readonly Means[]> => {
  const [account, person] = await Promise.all([
    read.behind(accountStream, accountOf(personId)),
    // T19: who is not in sight is named in vain, and nothing more is read of them.
    read.state(personStream, personId),
  ]);
  // Who cannot come in can take no step.
  if (account.is !== 'enabled') return [];
  const [first = [], ...others] = at.map((moment) => postsHeldAt(person, moment));
  const held = first.filter(({ postId }) => others.every((posts) => posts.some((post) => post.postId === postId)));
  return Promise.all(
    held.map(async ({ postId, orgId }) => ({
      orgId,
      grants: await grantedAt(read, { personId, post: postId }, at),
    })),
  );
};

/**
 * F7, W4: reads what these people could act with when they are named and now, of those who are in sight; `own` is the stream of the
 * command that names them.
 */
export const meansOf = async (
  read: StateReader,
  people: readonly PersonId[],
  own: Pick<Own<unknown>, 'stream' | 'now'>,
  { occurredAt }: Pick<Occasion, 'occurredAt'>,
): Promise<MeansOf> => {
  if (people.length === 0 || !(await isGoverned(read, own.stream))) return undefined;
  const at = [occurredAt, own.now ?? occurredAt];
  const each = [...new Set(people)].map(async (id) => [id, await meansHeld(read, id, at)] as const);
  return new Map(await Promise.all(each));
};

/**
 * A role for the very body that they are named for, which has a stake once they are; or one over the place of the thing, or over any
 * place where their body has a stake already. Being named lends no role over a place a reach that it has not got.
 */
const reaches = ({ orgId, grants }: Means, { who, owner }: Step): boolean =>
  grants.some((grant) => grant.orgId === orgId && who.includes(grant.role)) ||
  denied({ orgId, grants: grants.filter((grant) => grant.orgId === undefined) }, who, owner) === undefined;

/** F7: whether somebody who is named for a step, and for which body, could take it. */
export const canTake = (
  means: MeansOf,
  { personId, orgId }: { readonly personId: PersonId; readonly orgId: Id<'organisation'> },
  step: Step,
): boolean =>
  means === undefined || (means.get(personId) ?? []).some((one) => one.orgId === orgId && reaches(one, step));
