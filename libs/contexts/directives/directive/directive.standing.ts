import type { Answered, DataOf, Id, LastChange, Owner } from '#kernel';
import type { Content, Issuer } from '../content/content.schema.js';
import type { Recipient } from '../content/recipients.js';
import type { AskedAhead } from './ahead.js';
import type { DirectiveEvent } from './directive.events.js';
import type { Request } from './request.shape.js';
import type { Requested, Ruling } from './requests.js';

/** An amendment as those who build on the text need to know of it. */
export interface Amendment extends Pick<DataOf<DirectiveEvent, 'DirectiveAmended'>, 'textVersion'> {
  readonly touched: readonly string[];
  /** When that was recorded, and when it was done by its own account. */
  readonly amendedAt: string;
  readonly statedAt: string;
}

export interface Standing {
  readonly issuer: Issuer;
  readonly content: Content;
  readonly textVersion: number;
  readonly deploys: boolean;
  readonly imported: boolean;
  /** The digest of the bytes that it was imported from. */
  readonly sha256?: string;
  /** The import that it was made of; another person confirms it before the directive counts. */
  readonly importId?: Id<'import'>;
  /** What the issuers of its parents said to what its clause map asks for. */
  readonly rulings: readonly Ruling[];
  /** What it asks of whom, since that is kept. */
  readonly requests: readonly Request[];
  /** What it asks before its text says so. */
  readonly ahead: readonly AskedAhead[];
  /** Its amendments: the version of the text that each made, when it was recorded, and which clauses it touched. */
  readonly amendments: readonly Amendment[];
  /** The directives that were issued on its basis. */
  readonly children: readonly Id<'directive'>[];
  /** The duties that came to rest on it. */
  readonly duties: readonly Id<'dutyPoint'>[];
  /** The clauses of its parents that were amended since this text was written, and are to be mapped again (D3). */
  readonly reopened: readonly Requested[];
  /** The version of each parent that was amended since then. */
  readonly bases: readonly Pick<DataOf<DirectiveEvent, 'BasisAmended'>, 'directiveId' | 'textVersion'>[];
  /** Who wrote the text as it stands, and when. */
  readonly written: LastChange;
  /** The act that the next one answers (W1). */
  readonly latest: Answered;
}

/** It was issued: what it said stays, whatever became of it. */
export interface Sent extends Standing, Pick<DataOf<DirectiveEvent, 'DirectiveIssued'>, 'issuedAt'> {
  readonly is: 'issued' | Ending;
  readonly recipients: readonly Recipient[];
  /** What took its place. */
  readonly successorId?: Id<'directive'>;
}

export type Ending = 'completed' | TakenBack;
/** Nothing is ordered by it any more. */
export type TakenBack = 'withdrawn' | 'revoked' | 'superseded';

/** `registered` is an imported text that was not issued from here: others may cite it, and it can still be issued. */
export type DirectiveState =
  { readonly is: 'new' } | (Standing & { readonly is: 'draft' | 'registered' | 'signOffPending' }) | Sent;

/** Whether it was issued, whatever became of it since. */
export const wasSent = (state: DirectiveState): state is Sent => 'recipients' in state;

/** Whether it was issued, and orders nothing any more. */
export const isTakenBack = ({ is }: DirectiveState): boolean =>
  is === 'withdrawn' || is === 'revoked' || is === 'superseded';

/** Whose a directive is: its issuer's, and those that it went to. */
export const ownerOf = (state: DirectiveState): Owner | undefined => {
  if (state.is === 'new') return undefined;
  const to = wasSent(state) ? state.recipients.map(({ orgId }) => orgId) : [];
  return { territory: state.issuer.territoryPath, orgs: [state.issuer.orgId, ...to] };
};

/** Whether a directive went to an organisation. */
export const wentTo = (state: DirectiveState, org: Id<'organisation'> | undefined): boolean =>
  wasSent(state) && state.recipients.some(({ orgId }) => orgId === org);
