import type { Id } from '#kernel';
import { wasSent, type DirectiveState } from '../directive/directive.standing.js';
import type { Delivery } from './receipt.events.js';

/** What is to be handed over; the channel is the system's own. */
export type Handed = Omit<Delivery, 'channel'>;

/**
 * What was issued to the recipient whose receipt this is, as it was then and by the record of the directive: what is taken back or
 * amended reached them so. Undefined where nothing was.
 */
export const handedOver = (
  directiveId: Id<'directive'>,
  directive: DirectiveState,
  receipt: Id,
): Handed | undefined => {
  const to = wasSent(directive) ? directive.recipients.find(({ receiptId }) => receiptId === receipt) : undefined;
  if (!wasSent(directive) || !to) return undefined;
  const { issuer, content, issuedAt: deliveredAt } = directive;
  const { receiptId: _, ...recipient } = to;
  // Each amendment made one version more.
  const textVersion = directive.textVersion - directive.amendments.length;
  return {
    directiveId,
    title: content.title,
    urgency: content.urgency,
    issuer,
    textVersion,
    deliveredAt,
    ...recipient,
  };
};

/** Whether a directive has come to this end. */
export const endedSo = (directive: DirectiveState, because: string): boolean => directive.is === because;
