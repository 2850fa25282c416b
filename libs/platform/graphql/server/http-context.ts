import type { Views } from '#platform/views';
import type { Asking, Bearers } from './bearers.js';
import type { GraphqlContext } from './context.js';
import { languageOf } from './language.js';
import { newContext } from './new-context.js';

/** The context of a request whose bearer the gate has let in. */
export const httpContext =
  (bearers: Pick<Bearers, 'of'>, views: Views) =>
  async (request: Asking): Promise<GraphqlContext> => {
    const signedIn = await bearers.of(request);
    return newContext(views, signedIn, languageOf(request.headers['accept-language']));
  };
