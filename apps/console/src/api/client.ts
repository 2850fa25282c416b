import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql';
import { failureOf } from './failure';
import { ask } from './http';

/** One client for one person in one post: whoever signs in otherwise has another, which has seen nothing yet. */
export const clientFor = (onEnded: () => void): Client =>
  new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: ask,
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (failureOf(error).code === 'UNAUTHENTICATED') onEnded();
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
