import { hasOneOf, type Actor } from '#access';
import { grantCommands } from '../grant.commands.js';
import type { GrantRow } from './grant.view.js';

const { ApproveGrant } = grantCommands.declared;

/** Whether somebody may approve grants at all. */
export const mayApprove = (viewer: Actor): boolean => hasOneOf(viewer, ApproveGrant.who);

/** Whether a proposed grant is one that somebody else has to approve: not who proposed it, nor who it is for. */
export const isForOthers = (
  { actorId }: Actor,
  { proposedBy, granteeId }: Pick<GrantRow, 'proposedBy' | 'granteeId'>,
): boolean => proposedBy.id !== actorId && granteeId !== actorId;
