import { pathBelow, type Id, type StateReader, type TerritoryPath } from '#kernel';
import { territory } from './territory.decider.js';

/** Where a territory lies, for narrowing a look to its subtree; nothing lies below a territory that is not there. */
export const territoryPath = async (source: StateReader, id: Id<'territory'>): Promise<TerritoryPath> => {
  const place = await source.state(territory, id);
  return place.is === 'standing' ? place.path : pathBelow('', id);
};
