import { createHash } from 'node:crypto';
import { endedSince, endingsPart } from './endings.js';
import { isSamePost, type Chosen, type SessionEnd } from './sessions.js';
import type { Standing } from './standing.js';

const digest = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('base64url');

const postsOf = ({ personId, posts }: Standing): string =>
  digest([personId, posts.map(({ postId, orgId }) => [postId, orgId])]);

const rightsOf = (standing: Standing): string => `${postsOf(standing)}.${digest(standing.grants)}`;

/**
 * Stands for how somebody stood: any change of posts or grants, being freed of an issuer's name for them, and another's reset of their
 * password makes it another one. So does what ended and began anew: nobody may have asked for anything in between.
 */
export const fingerprintOf = (standing: Standing): string =>
  [rightsOf(standing), ...(standing.unpinned ? [standing.unpinned] : []), ...endingsPart(standing.ended)].join('.');

/** What a session rests on: how its owner stood, and in which post they act. */
interface Rests {
  readonly standing: string;
  readonly chosen: Chosen | undefined;
}

const isIn = (chosen: Chosen, { posts, forAnother = [] }: Standing): boolean =>
  [...posts, ...forAnother].some((post) => isSamePost(post, chosen));

/** Which of all that a session rests on is another. */
const changed = (before: string, now: Standing): SessionEnd | undefined => {
  if (fingerprintOf(now) === before) return undefined;
  if (!before.startsWith(`${postsOf(now)}.`)) return 'POSTS_CHANGED';
  if (!before.startsWith(rightsOf(now))) return 'GRANTS_CHANGED';
  return endedSince(before, now.ended) ?? 'ACCOUNT_UNPINNED';
};

/** What ends a session, by how its owner stands now; undefined while nothing does. */
export const endedBy = ({ standing: before, chosen }: Rests, now: Standing | undefined): SessionEnd | undefined => {
  if (!now) return 'ACCOUNT_DISABLED';
  if (chosen && !isIn(chosen, now)) return chosen.onBehalfOf ? 'ACTING_ENDED' : 'POST_ENDED';
  return changed(before, now);
};
