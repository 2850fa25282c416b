import type { Id } from '#kernel';
import type { Content, Issuer } from './content.js';
import type { Published } from './content.rules.js';
import type { Recipient } from './directive.events.js';

export interface Standing {
  readonly issuer: Issuer;
  readonly content: Content;
  readonly textVersion: number;
  readonly deploys: boolean;
  readonly imported: boolean;
}

/** `registered` is an imported text that was not issued from here: others may cite it, and it can still be issued. */
export type DirectiveState =
  | { readonly is: 'new' }
  | (Standing & { readonly is: 'draft' | 'registered' | 'signOffPending' })
  | (Standing & { readonly is: 'issued'; readonly recipients: readonly Recipient[] });

/** What others may build on: an issued directive, or an imported one; nobody builds on a draft. */
export const published = (state: DirectiveState): Published | undefined => {
  if (state.is === 'issued') {
    return { clauses: state.content.clauses, recipients: state.recipients.map(({ orgId }) => orgId) };
  }
  return state.is !== 'new' && state.imported ? { clauses: state.content.clauses } : undefined;
};

/** Whose a directive is: its issuer's, and those that it went to. */
export const ownerOf = (state: DirectiveState) => {
  if (state.is === 'new') return undefined;
  const to = state.is === 'issued' ? state.recipients.map(({ orgId }) => orgId) : [];
  return { territory: state.issuer.territoryPath, orgs: [state.issuer.orgId, ...to] };
};

/** Whether a directive went to an organisation. */
export const wentTo = (state: DirectiveState, org: Id<'organisation'> | undefined): boolean =>
  state.is === 'issued' && state.recipients.some(({ orgId }) => orgId === org);
