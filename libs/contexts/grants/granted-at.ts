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

/** Who acts, and in which post; `onBehalfOf` where it is not theirs. */
interface InPost {
  readonly personId: Id<'person'>;
  readonly post: Id<'post'> | undefined;
  readonly onBehalfOf?: Id<'person'> | undefined;
}

/** Two persons say who administers (SD4); a deputy is named by one. */
const lent = ({ role }: Granted): boolean => role !== 'admin';

/**
 * What was granted to somebody, and to the post that they act in, and counted at every one of these moments. Who acts for another has
 * what the post has, and nothing else: what either was granted by name was granted to that one.
 */
export const grantedAt = async (
  source: StateSource,
  { personId, post, onBehalfOf }: InPost,
  at: readonly string[],
): Promise<readonly Granted[]> => {
  const granted = await grantedTo(source, [...(onBehalfOf ? [] : [personId]), ...(post ? [post] : [])], at);
  return onBehalfOf ? granted.filter(lent) : granted;
};

const grantedTo = async (
  source: StateSource,
  grantees: readonly (Id<'person'> | Id<'post'>)[],
  at: readonly string[],
): Promise<readonly Granted[]> => {
  const streams = grantees.map((grantee) => grantsOf(grantee));
  const states = await Promise.all(streams.map((stream) => source.state(grantStream, stream)));
  return states.flatMap((state) => {
    const [first = [], ...others] = at.map((moment) => inForceAt(state, moment));
    return first.filter((grant) => others.every((grants) => grants.includes(grant))).map(grantedBy);
  });
};
