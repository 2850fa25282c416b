import type { Actor } from '#access';
import type { Id, Role } from '#kernel';
import type { Way } from '#platform/views';
import { directiveCommands } from '../directive.commands.js';
import type { DirectiveCard } from './directive.row.js';

const { ExemptClause, IssueDirective } = directiveCommands.declared;

const isOneOf = ({ roles }: Actor, who: readonly Role[]): boolean => roles.some((role) => who.includes(role));

/** Whether somebody may rule on what children of a directive ask for. */
export const mayRule = (viewer: Actor): boolean => isOneOf(viewer, ExemptClause.who);

/** What is to be signed at the issuer, and what asks something of the issuer of one of these parents. */
export const directivesAwaiting = (viewer: Actor, parents: readonly Id[]): readonly Way<DirectiveCard>[] => [
  ...(isOneOf(viewer, IssueDirective.who)
    ? [{ where: { status: 'signOffPending', issuerId: viewer.orgId } } as const]
    : []),
  ...(parents.length > 0 && mayRule(viewer) ? [{ where: { asks: parents } }] : []),
];
