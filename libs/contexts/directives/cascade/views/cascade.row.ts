import type { Id } from '#kernel';
import type { TerritoryPath } from '#kernel';
import type { Channel, ReceiptStatus } from '../../receipt/receipt.words.js';

interface Owned {
  readonly territoryPath: TerritoryPath;
  readonly orgs: readonly Id<'organisation'>[];
}
/** One directive in a cascade: who issued it and when, to whom it went, and which directives implement it. */
export interface CascadeDirective extends Owned {
  readonly of: 'directive';
  readonly id: Id<'directive'>;
  readonly issuerId: Id<'organisation'>;
  readonly issuedAt?: string;
  /** The day that the text of an import gives, as an instant of it; whoever entered it did so later. */
  readonly statedOn?: string;
  readonly recipients: readonly { readonly orgId: Id<'organisation'>; readonly receiptId: Id<'receipt'> }[];
  readonly children: readonly Id<'directive'>[];
}
/** What became of one directive at one recipient, from the moment at which it was issued. */
export interface CascadeReceipt extends Owned {
  readonly of: 'receipt';
  readonly inDevelopmentZone: boolean;
  /** How and when it was delivered; empty until then. */
  readonly deliveries: readonly { readonly channel: Channel; readonly at: string }[];
  readonly status: 'issued' | ReceiptStatus;
  readonly acknowledgedAt?: string;
  readonly relayedAt?: string;
  /** The limit that passed without an answer. */
  readonly missed?: string | undefined;
}

export type CascadeRow = CascadeDirective | CascadeReceipt;
