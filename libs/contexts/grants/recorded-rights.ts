import { grantsOfRole, rolesOf, type Acting, type Appointments, type Granted, type Rights } from '#access';
import { isId, type StateSource } from '#kernel';
import { accountOf, accountStream } from './account/account.state.js';
import { grantedAt } from './granted-at.js';

/** What the log grants them; undefined where it is not the log that says what they have. */
const onRecord = async (
  { actor: { actorId: personId, postId: post, onBehalfOf, byRecord }, at }: Acting,
  source: StateSource,
): Promise<readonly Granted[] | undefined> => {
  if (!byRecord || !isId('person', personId)) return undefined;
  const [account, grants] = await Promise.all([
    source.state(accountStream, accountOf(personId)),
    grantedAt(source, { personId, post, onBehalfOf }, at),
  ]);
  return account.is === 'enabled' ? grants : [];
};

/**
 * W4: who acts by the record has what the log grants them, now and as of what they state; none of it once their account is shut. A
 * token of development states what its bearer has. Everybody has to be in post. None of it tells where another part stands, so all is
 * read together.
 */
export const recordedRights = (appointments: Appointments): Rights => ({
  of: async (acting, source) => {
    const { actor } = acting;
    const [isInPost, grants] = await Promise.all([appointments.inPost(acting, source), onRecord(acting, source)]);
    if (!isInPost) return undefined;
    if (!grants) return actor;
    const { onlyAs = rolesOf({ grants }) } = actor;
    return { ...actor, grants: grantsOfRole({ grants }, onlyAs) };
  },
});
