import { hasOneOf, type Actor } from '#access';
import type { Way } from '#platform/views';
import { receiptCommands } from '../receipt.commands.js';
import type { ReceiptCard } from './receipt.row.js';

const { AcknowledgeDirective, RuleOnReturn } = receiptCommands.declared;

/** What is to be signed for at the recipient, and what was sent back, at the issuer. */
export const receiptsAwaiting = (viewer: Actor): readonly Way<ReceiptCard>[] => [
  ...(hasOneOf(viewer, AcknowledgeDirective.who)
    ? [{ where: { status: 'delivered', recipientId: viewer.orgId } } as const]
    : []),
  ...(hasOneOf(viewer, RuleOnReturn.who) ? [{ where: { status: 'returned', issuerId: viewer.orgId } } as const] : []),
];
