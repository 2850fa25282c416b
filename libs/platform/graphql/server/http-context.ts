import { bearer, InvalidToken, type Authenticator } from '#platform/identity';
import type { Views } from '#platform/views';
import { GraphQLError } from 'graphql';
import type { GraphqlContext } from './context.js';
import { languageOf } from './language.js';
import { newContext } from './new-context.js';

/** The part of a request that its context is made from. */
export interface Asking {
  readonly headers: { readonly authorization?: string | undefined; readonly 'accept-language'?: string | undefined };
}

/** RFC 9110 wants the scheme named beside a 401. The server reads `http` off the error and does not tell it. */
const unauthenticated = (originalError: InvalidToken) => {
  const extensions: Record<string, unknown> = {
    http: { status: 401, headers: new Map([['www-authenticate', 'Bearer']]) },
  };
  return new GraphQLError(originalError.message, { originalError, extensions });
};

/** Nothing of an HTTP request is looked at, not even its document, before its bearer is known. */
export const httpContext =
  (authenticator: Authenticator, views: Views) =>
  async ({ headers }: Asking): Promise<GraphqlContext> => {
    try {
      const { actor } = await authenticator.authenticate(bearer(headers.authorization));
      return newContext(views, actor, languageOf(headers['accept-language']));
    } catch (error) {
      throw error instanceof InvalidToken ? unauthenticated(error) : error;
    }
  };
