import { accountOf } from '#contexts/grants';
import { isId, type Id } from '#kernel';
import type { GraphqlContext } from '#platform/graphql';
import type { Chosen } from '#platform/sign-in';

/** The session that somebody asks in, and the post that they act in there. */
export interface OwnSession {
  readonly id: string;
  readonly account: Id<'account'>;
  readonly chosen: Chosen;
}

/**
 * The session behind a request; undefined for whoever shows a token. What somebody gave to a program neither sees nor ends their
 * sessions, and makes no other token: it could outlive its own end so.
 */
export const ownSession = ({
  actor: { actorId, postId, orgId, onBehalfOf },
  sessionId,
}: Pick<GraphqlContext, 'actor' | 'sessionId'>): OwnSession | undefined =>
  sessionId !== undefined && postId && isId('person', actorId)
    ? { id: sessionId, account: accountOf(actorId), chosen: { postId, orgId, ...(onBehalfOf && { onBehalfOf }) } }
    : undefined;
