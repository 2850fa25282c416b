import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import type { ErrorCode } from '../errors/error-codes.js';

/** What the machine could not do now has nothing to do with what was asked: after so many seconds, ask the same again. */
const RETRY_AFTER: Partial<Record<ErrorCode, number>> = { OVERLOADED: 1, UNAVAILABLE: 5, STORAGE_FULL: 60 };

/** How long to wait before the same is asked again; undefined when something was served, or asking again is of no use. */
const retryAfter = ({ body }: GraphQLResponse): number | undefined => {
  if (body.kind !== 'single') return undefined;
  const { data, errors = [] } = body.singleResult;
  if (Object.values(data ?? {}).some((field) => field !== null)) return undefined;
  const waits = errors.map(({ extensions }) => RETRY_AFTER[extensions?.['code'] as ErrorCode] ?? 0);
  return Math.max(...waits, 0) || undefined;
};

/**
 * Refuses by HTTP, too, what the machine cannot do now: 503 and `retry-after` (RFC 9110, 10.2.3), so that balancers and monitors see
 * it without reading the answer. The code in the body stays; an answer with any data in it stays a 200.
 */
export const shedLoad = (): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        const seconds = retryAfter(response);
        if (seconds !== undefined) {
          response.http.status = 503;
          response.http.headers.set('retry-after', String(seconds));
        }
        return Promise.resolve();
      },
    }),
});
