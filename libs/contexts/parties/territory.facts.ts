import type { Id, StateReader } from '#kernel';
import { territory, type TerritoryCommand, type TerritoryFacts } from './territory.decider.js';

/** Reads what stands around a new territory of this id. */
export const aroundTerritory =
  (id: Id<'territory'>) =>
  async (source: StateReader, { data: { parentId } }: TerritoryCommand): Promise<TerritoryFacts> =>
    parentId ? { id, parent: await source.state(territory, parentId) } : { id };
