import { wasSent, type DirectiveState } from '../directive/directive.standing.js';
import type { Delivery } from './receipt.events.js';

/** What is to be handed over; the channel is the system's own. */
export type Handed = Omit<Delivery, 'channel'>;

/** Whether a directive was issued by this body to this recipient, whatever became of it since: what is taken back reached them. */
export const wentOut = (directive: DirectiveState, { orgId, issuer }: Handed): boolean =>
  wasSent(directive) &&
  directive.issuer.orgId === issuer.orgId &&
  directive.recipients.some((to) => to.orgId === orgId);

/** Whether a directive has come to this end. */
export const endedSo = (directive: DirectiveState, because: string): boolean => directive.is === because;
