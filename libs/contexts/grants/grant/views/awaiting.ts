import { hasOneOf, type Actor } from '#access';
import { doersOf } from '#kernel';
import type { Way } from '#platform/views';
import { grantCommands } from '../grant.commands.js';
import type { GrantRow } from './grant.view.js';

const { ApproveGrant } = grantCommands.declared;

/** SD4: grants that somebody else has to approve: not who proposed them, nor whom they are for, by name or by the post they act in. */
export const grantsAwaiting = (viewer: Actor): readonly Way<GrantRow>[] => {
  const doers = doersOf(viewer);
  const own = viewer.postId ? [...doers, viewer.postId] : doers;
  return hasOneOf(viewer, ApproveGrant.who)
    ? [{ where: { status: 'proposed' }, unless: [{ proposedById: doers }, { granteeId: own }] }]
    : [];
};
