import type { Granted } from '#access';
import type { Id, Role, StateSource } from '#kernel';
import { excludes } from './grant/grant.exclusion.js';
import { grantsOf, grantStream, inForceAt, type Grant, type GrantsState } from './grant/grant.state.js';
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

/** What the record holds of what was granted to somebody, and to the post that they act in. */
interface Held {
  readonly byName: GrantsState;
  readonly byPost: GrantsState;
  readonly isLent: boolean;
}

const NEW: GrantsState = grantStream.initial;

/** Reads it. Who acts for another has what the post has, and nothing else: what either was granted by name was granted to that one. */
export const heldBy = async (source: StateSource, { personId, post, onBehalfOf }: InPost): Promise<Held> => {
  const read = (grantee: Id<'person'> | Id<'post'>) => source.state(grantStream, grantsOf(grantee));
  const [byName, byPost] = await Promise.all([onBehalfOf ? NEW : read(personId), post ? read(post) : NEW]);
  return { byName, byPost, isLent: onBehalfOf !== undefined };
};

const atAll = (state: GrantsState, at: readonly string[]): readonly Grant[] => {
  const [first = [], ...others] = at.map((moment) => inForceAt(state, moment));
  return first.filter((grant) => others.every((grants) => grants.includes(grant)));
};

/**
 * What counted at every one of these moments. Roles that exclude each other are refused where they are granted; but who is appointed to
 * a post, and what a post is granted while somebody is in it, brings them together behind that: then what the post has does not count.
 */
export const countingAt = ({ byName, byPost, isLent }: Held, at: readonly string[]): readonly Granted[] => {
  const named = atAll(byName, at);
  const besides = atAll(byPost, at).filter((grant) => !named.some(({ role }) => excludes(role, grant.role)));
  const granted = [...named, ...besides].map(grantedBy);
  return isLent ? granted.filter(lent) : granted;
};

/** The roles of what counted once and was ended by a moment. */
export const endedBy = ({ byName, byPost }: Held, at: string): readonly Role[] =>
  [byName, byPost].flatMap((state) =>
    (state.is === 'new' ? [] : state.grants)
      .filter(({ grantedAt, endedAt }) => grantedAt !== undefined && endedAt !== undefined && endedAt <= at)
      .map(({ role }) => roleOf(role)),
  );

/** What was granted to somebody, and to the post that they act in, and counted at every one of these moments. */
export const grantedAt = async (
  source: StateSource,
  inPost: InPost,
  at: readonly string[],
): Promise<readonly Granted[]> => countingAt(await heldBy(source, inPost), at);
