import type { Sentry } from '#platform/security';
import { GraphQLError, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { AppError } from '../errors/app-error.js';
import { rateLimited } from '../errors/rate-limited.js';
import { askedFor } from '../requests/asked-for.js';
import type { Documents } from '../requests/documents.js';
import { oversizedIn, type Fault } from '../requests/faults.js';
import { unwrapped } from '../requests/envelope.js';
import { ready } from '../requests/operation.js';
import type { GraphqlContext } from './context.js';

/** The protocol wants the library's own errors; what they say is written when they are sent. */
const errorOf = ({ told: { code, text, at = [], retryAfter }, at: place }: Fault): GraphQLError =>
  new GraphQLError(code, { nodes: place?.nodes ?? null, originalError: new AppError(code, text, at, retryAfter) });

/** By what it is weighed. */
interface Rules {
  readonly documents: Documents;
  readonly schema: GraphQLSchema;
  readonly sentry: Pick<Sentry, 'asks' | 'oversized'>;
  readonly address: string;
}

/** What is asked over a WebSocket, once it passed every rule that HTTP requests pass; only subscriptions do. */
export const prepare = (
  { documents, schema, sentry, address }: Rules,
  payload: SubscribePayload,
  contextValue: GraphqlContext,
): ExecutionArgs | readonly GraphQLError[] => {
  const asked = unwrapped(payload);
  if ('code' in asked) return [errorOf({ told: asked })];
  const found = ready(documents, schema, asked, 'socket');
  if (!('operation' in found)) {
    for (const code of oversizedIn(found)) sentry.oversized('socket', code, address);
    return found.map(errorOf);
  }
  const seconds = sentry.asks(contextValue.actor, askedFor(found));
  if (seconds !== undefined) return [errorOf({ told: rateLimited(seconds) })];
  const { operationName, variables } = asked;
  return { schema, document: found.document, operationName, variableValues: variables, contextValue };
};
