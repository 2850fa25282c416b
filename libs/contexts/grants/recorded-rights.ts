import { grantsOfRole, rolesOf, type Actor, type Appointments, type Rights } from '#access';
import { isId, type StateSource } from '#kernel';
import { accountOf, accountStream } from './account/account.state.js';
import { grantedAt } from './granted-at.js';

const isEnabled = async ({ actorId }: Actor, source: StateSource): Promise<boolean> =>
  isId('person', actorId) && (await source.state(accountStream, accountOf(actorId))).is === 'enabled';

/**
 * W4: who acts by the record has what the log grants them, now and as of what they state; none of it once their account is shut. A
 * token of development states what its bearer has. Everybody has to be in post.
 */
export const recordedRights = (appointments: Appointments): Rights => ({
  of: async (acting, source) => {
    if (!(await appointments.inPost(acting, source))) return undefined;
    const { actor, at } = acting;
    const { actorId: personId, postId: post } = actor;
    if (!actor.byRecord || !isId('person', personId)) return actor;
    const [isOpen, grants] = await Promise.all([isEnabled(actor, source), grantedAt(source, { personId, post }, at)]);
    const { onlyAs = rolesOf({ grants }) } = actor;
    return { ...actor, grants: isOpen ? grantsOfRole({ grants }, onlyAs) : [] };
  },
});
