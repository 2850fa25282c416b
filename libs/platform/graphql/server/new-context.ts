import type { Actor } from '#access';
import type { Views } from '#platform/views';
import type { GraphqlContext } from './context.js';
import { Labels } from './labels.js';
import type { Language } from './language.js';

/** The context of one operation. */
export const newContext = (views: Views, actor: Actor, language: Language): GraphqlContext => ({
  actor,
  language,
  labels: new Labels(views, actor),
});
