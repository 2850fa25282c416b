import type { Id, Owner, Stream } from '#kernel';
import type { Content, Issuer } from '../content/content.schema.js';
import type { Published } from '../content/content.rules.js';
import type { Recipient } from '../content/recipients.js';
import { directiveEvents, type DirectiveEvent } from './directive.events.js';

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

/** Whose a directive is: its issuer's, and those that it went to. */
export const ownerOf = (state: DirectiveState): Owner | undefined => {
  if (state.is === 'new') return undefined;
  const to = state.is === 'issued' ? state.recipients.map(({ orgId }) => orgId) : [];
  return { territory: state.issuer.territoryPath, orgs: [state.issuer.orgId, ...to] };
};

/** How a directive is folded. */
export const directiveStream: Stream<DirectiveState, DirectiveEvent> = {
  kind: 'directive',
  events: directiveEvents,
  initial: { is: 'new' },
  seenBy: ownerOf,
  evolve: {
    DirectiveDrafted: (_, { issuer, deploys, relayOf: _relay, ...content }) => ({
      is: 'draft',
      ...{ issuer, content, deploys, textVersion: 1, imported: false },
    }),
    DirectiveImported: (_, { issuer, issuedBy: _by, dated, original, damage, complete, ...content }) => ({
      is: 'registered',
      ...{ issuer, content, deploys: false, textVersion: 1, imported: true },
    }),
    DraftEdited: (state, content) =>
      state.is === 'new'
        ? state
        : { ...state, is: state.imported ? 'registered' : 'draft', content, textVersion: state.textVersion + 1 },
    SignOffRequested: (state) => (state.is === 'new' ? state : { ...state, is: 'signOffPending' }),
    DirectiveIssued: (state, { recipients }) => (state.is === 'new' ? state : { ...state, is: 'issued', recipients }),
    BasisImplemented: (state) => state,
  },
};

/** What others may build on: an issued directive, or an imported one; nobody builds on a draft. */
export const published = (state: DirectiveState): Published | undefined => {
  if (state.is === 'issued') {
    return { clauses: state.content.clauses, recipients: state.recipients.map(({ orgId }) => orgId) };
  }
  return state.is !== 'new' && state.imported ? { clauses: state.content.clauses } : undefined;
};

/** Whether a directive went to an organisation. */
export const wentTo = (state: DirectiveState, org: Id<'organisation'> | undefined): boolean =>
  state.is === 'issued' && state.recipients.some(({ orgId }) => orgId === org);
