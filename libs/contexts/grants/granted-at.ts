import type { Granted } from '#access';
import type { Id, StateSource } from '#kernel';
import { grantsOf, grantStream, inForceAt, type Grant } from './grant/grant.state.js';
import { roleOf } from './grant/grant.words.js';

/** A grant as access reads it. */
const grantedBy = ({ role, reach }: Grant): Granted => ({
  role: roleOf(role),
  ...('territoryPath' in reach && { territory: reach.territoryPath }),
  ...('orgId' in reach && { orgId: reach.orgId }),
});

/** What was granted to somebody, and to the post that they act in, and counted at every one of these moments. */
export const grantedAt = async (
  source: StateSource,
  { personId, post }: { readonly personId: Id<'person'>; readonly post: Id<'post'> | undefined },
  at: readonly string[],
): Promise<readonly Granted[]> => {
  const streams = [grantsOf(personId), ...(post ? [grantsOf(post)] : [])];
  const states = await Promise.all(streams.map((stream) => source.state(grantStream, stream)));
  return states.flatMap((state) => {
    const [first = [], ...others] = at.map((moment) => inForceAt(state, moment));
    return first.filter((grant) => others.every((grants) => grants.includes(grant))).map(grantedBy);
  });
};
