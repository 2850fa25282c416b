import { createHash } from 'node:crypto';
import type { Standing } from './standing.js';

/** Stands for how somebody stood: any change of posts or grants makes it another one. */
export const fingerprintOf = ({ personId, posts, grants }: Standing): string =>
  createHash('sha256')
    .update(JSON.stringify([personId, posts.map(({ postId, orgId }) => [postId, orgId]), grants]))
    .digest('base64url');
