import type { Id } from '#kernel';
import type { Looking, Views } from '#platform/views';
import { territoryCard } from './views/territory-card.view.js';

/** The places right below one, as many as one screen shows. */
export const placesBelow = async (
  views: Pick<Views, 'page'>,
  parentId: Id<'territory'>,
  looking: Looking,
): Promise<readonly Id<'territory'>[]> => {
  const { edges } = await views.page(territoryCard, { first: 30, where: { parentId } }, looking);
  return edges.map(({ node }) => node.id as Id<'territory'>).reverse();
};
