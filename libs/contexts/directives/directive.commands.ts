import type { Id } from '#kernel';
import type { Content, Issuer } from './content.js';
import type { ContentFacts } from './content.rules.js';
import type { Damage, Original, Recipient, StatedDay } from './directive.events.js';
import type { Draft } from './draft.js';
import type { Addressee, Organisations } from './recipients.js';

export interface Import extends Draft {
  /** Who gave it, in the words of the text. */
  readonly issuedBy: string;
  readonly dated?: StatedDay;
  readonly original: Original;
  readonly damage: readonly Damage[];
  readonly complete: boolean;
}

/** What a relay asks the child's stream to take over: decided on the receipt, carried here by a policy. */
export interface PassOn {
  readonly relayOf: { readonly directiveId: Id<'directive'>; readonly receiptId: Id<'receipt'> };
  readonly issuer: Issuer;
  readonly recipients: readonly Recipient[];
  /** When it was relayed. */
  readonly at: string;
}

export type DirectiveCommand =
  | { readonly type: 'DraftDirective'; readonly data: Draft }
  | { readonly type: 'DeployFrom'; readonly data: Draft }
  | { readonly type: 'ImportDirective'; readonly data: Import }
  | { readonly type: 'EditDraft'; readonly data: Draft }
  | { readonly type: 'SubmitForSignOff'; readonly data: object }
  | { readonly type: 'IssueDirective'; readonly data: { readonly recipients: readonly Addressee[] } }
  | { readonly type: 'PassOnDirective'; readonly data: PassOn };

/** What must be known of others: the bodies that are named, the directives and the meeting that the content names. */
export interface DirectiveFacts extends ContentFacts {
  /** The body in whose name the command is asked for. */
  readonly ownId?: Id<'organisation'>;
  readonly organisations: Organisations;
  /** What a relay passes on. */
  readonly relayed?: Content;
}
