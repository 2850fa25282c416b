import type { SignedIn } from '#platform/identity';
import type { Views } from '#platform/views';
import type { GraphqlContext } from './context.js';
import { Labels } from './labels.js';
import type { Language } from './language.js';

/** The context of one operation. */
export const newContext = (
  views: Views,
  { actor, readsOnly, sessionId }: Pick<SignedIn, 'actor' | 'readsOnly' | 'sessionId'>,
  language: Language,
): GraphqlContext => ({
  ...{ actor, readsOnly, sessionId },
  language,
  labels: new Labels(views, actor, language),
});
