import type { Id } from '#kernel';
import type { Looking, Views } from '#platform/views';
import { organisationCard } from './views/organisation-card.view.js';

/** How many bodies stand right below each of these, without those that are dissolved by then; all counted in one go. */
export const bodiesBelow = async (
  views: Pick<Views, 'tally' | 'instant'>,
  ids: readonly Id<'organisation'>[],
  looking: Looking,
): Promise<readonly number[]> => {
  const dissolved = { field: 'dissolvedAt', to: await views.instant(looking) } as const;
  const standing = { where: { parentId: ids }, between: [{ ...dissolved, outside: true }] };
  const groups = await views.tally(organisationCard, { by: 'parentId', count: [], ...standing }, looking);
  const found = new Map(groups.map(({ value, total }) => [value, total]));
  return ids.map((id) => found.get(id) ?? 0);
};
