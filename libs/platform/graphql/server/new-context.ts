import type { SignedIn } from '#platform/identity';
import type { Views } from '#platform/views';
import type { GraphqlContext } from './context.js';
import { Labels } from './labels.js';
import type { Language } from './language.js';

/** The context of one operation. */
export const newContext = (
  views: Views,
  { actor, readsOnly }: Pick<SignedIn, 'actor' | 'readsOnly'>,
  language: Language,
): GraphqlContext => ({
  ...{ actor, readsOnly },
  language,
  labels: new Labels(views, actor),
});
