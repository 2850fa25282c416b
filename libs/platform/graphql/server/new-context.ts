import type { Actor } from '#access';
import type { Id } from '#kernel';
import type { Views } from '#platform/views';
import DataLoader from 'dataloader';
import type { GraphqlContext } from './context.js';
import type { Language } from './language.js';

/** The context of one operation. Labels asked for together are loaded together, with the viewer's eyes, as they are now. */
export const newContext = (views: Views, actor: Actor, language: Language): GraphqlContext => ({
  actor,
  language,
  labels: new DataLoader<Id, string | null>(async (ids) => {
    const labels = await views.labels(ids, { actor });
    return ids.map((id) => labels.get(id) ?? null);
  }),
});
