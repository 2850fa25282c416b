import type { ApolloServerPlugin } from '@apollo/server';
import { inLanguage, MAX_ERRORS } from '../errors/told.js';
import type { GraphqlContext } from './context.js';

/** Says errors in the reader's language, and no more of them than anybody reads. */
export const boundErrors = (): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body }, contextValue: { language } }) => {
        if (body.kind === 'single' && body.singleResult.errors) {
          const errors = body.singleResult.errors.slice(0, MAX_ERRORS);
          body.singleResult.errors = errors.map((error) => inLanguage(error, language));
        }
        return Promise.resolve();
      },
    }),
});
