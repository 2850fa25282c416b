import { rolesOf, type Acting, type Appointments } from '#access';
import { isId, type StateSource } from '#kernel';
import type { Founding } from './founding.js';
import { organisationStream, type OrganisationState } from './organisation/organisation.state.js';
import { DIRECTORY } from './directory.js';
import { personStream, postsHeldAt } from './person/person.state.js';

const stands = (body: OrganisationState, at: string): boolean => body.is !== 'dissolved' || at < body.dissolvedAt;

const isInPost = async ({ actor: { actorId, orgId, postId }, at }: Acting, source: StateSource): Promise<boolean> => {
  if (!isId('person', actorId)) return false;
  const [who, body] = await Promise.all([source.state(personStream, actorId), source.state(organisationStream, orgId)]);
  return at.every(
    (moment) =>
      stands(body, moment) &&
      postsHeldAt(who, moment).some((held) => held.orgId === orgId && (postId ?? held.postId) === held.postId),
  );
};

/**
 * W4: whoever acts holds a post of the body that they act for, now and as of the moment that they state, whatever a token says. The
 * directory cannot begin with somebody in a post: until the first administrator's post is on record, administrators set it up
 * without one.
 */
export const recordedAppointments = (founding: Founding): Appointments => ({
  inPost: async (acting, source) => {
    if (await isInPost(acting, source)) return true;
    return DIRECTORY.has(acting.kind) && rolesOf(acting.actor).includes('admin') && !(await founding.isOver());
  },
});
