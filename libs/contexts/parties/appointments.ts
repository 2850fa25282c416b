import { rolesOf, type Acting, type Appointments } from '#access';
import { isId, type StateSource } from '#kernel';
import type { Founding } from './founding.js';
import { organisationStream, type OrganisationState } from './organisation/organisation.state.js';
import { DIRECTORY } from './directory.js';
import { actsFor } from './person/deputy.state.js';
import { personStream, postsHeldAt } from './person/person.state.js';

const stands = (body: OrganisationState, at: string): boolean => body.is !== 'dissolved' || at < body.dissolvedAt;

const isInPost = async ({ actor, at }: Acting, source: StateSource): Promise<boolean> => {
  const { actorId, orgId, postId, onBehalfOf } = actor;
  if (!isId('person', actorId)) return false;
  const [who, body, principal] = await Promise.all([
    source.state(personStream, actorId),
    source.state(organisationStream, orgId),
    onBehalfOf && source.state(personStream, onBehalfOf),
  ]);
  const isTheirs = (moment: string): boolean =>
    principal
      ? postId !== undefined && actsFor({ principal, deputy: who, deputyId: actorId }, { postId, orgId }, moment)
      : postsHeldAt(who, moment).some((held) => held.orgId === orgId && (postId ?? held.postId) === held.postId);
  return at.every((moment) => stands(body, moment) && isTheirs(moment));
};

/**
 * W4: whoever acts holds a post of the body that they act for, now and as of the moment that they state, whatever a token says. The
 * directory cannot begin with somebody in a post: until the first administrator's post is on record, administrators set it up
 * without one. Who acts for another (A4) is in no post of their own then: the other holds it and is away, and they are the deputy.
 */
export const recordedAppointments = (founding: Founding): Appointments => ({
  inPost: async (acting, source) => {
    if (await isInPost(acting, source)) return true;
    if (acting.actor.onBehalfOf) return false;
    return DIRECTORY.has(acting.kind) && rolesOf(acting.actor).includes('admin') && !(await founding.isOver());
  },
});
