import { hasOneOf, type Actor } from '#access';
import type { Id } from '#kernel';
import type { Way } from '#platform/views';
import { directiveCommands } from '../directive.commands.js';
import type { DirectiveRequest } from './directive-request.row.js';
import type { DirectiveCard } from './directive.row.js';

const { ExemptClause, IssueDirective } = directiveCommands.declared;

/** Whether somebody may rule on what children of a directive ask for. */
export const mayRule = (viewer: Actor): boolean => hasOneOf(viewer, ExemptClause.who);

/** What is to be signed at the issuer, and what asks something of the issuer of one of these parents. */
export const directivesAwaiting = (viewer: Actor, parents: readonly Id[]): readonly Way<DirectiveCard>[] => [
  ...(hasOneOf(viewer, IssueDirective.who)
    ? [{ where: { status: 'signOffPending', issuerId: viewer.orgId } } as const]
    : []),
  ...(parents.length > 0 && mayRule(viewer) ? [{ where: { asks: parents } }] : []),
];

/** The requests that somebody is to rule on. */
export const requestsAwaiting = (viewer: Actor): readonly Way<DirectiveRequest>[] =>
  mayRule(viewer) ? [{ where: { open: true, rulerId: viewer.orgId } }] : [];
