import { happened, pathBelow, refused, type Decider, type Id, type TerritoryPath } from '#kernel';
import { LEVELS, territoryEvents, type Level, type TerritoryEvent } from './territory.events.js';

export interface TerritoryCommand {
  readonly type: 'AddTerritory';
  readonly data: {
    readonly name: string;
    readonly level: Level;
    readonly code?: string;
    readonly parentId?: Id<'territory'>;
    readonly validFrom: string;
  };
}

export type TerritoryRefusal = 'TERRITORY_EXISTS' | 'PARENT_NOT_FOUND' | 'LEVEL_NOT_BELOW_PARENT';

export type TerritoryState =
  { readonly is: 'new' } | { readonly is: 'standing'; readonly level: Level; readonly path: TerritoryPath };

/** What the tree says around a new territory: its own id, and its parent when it has one. */
export interface TerritoryFacts {
  readonly id: Id<'territory'>;
  readonly parent?: TerritoryState;
}

const ORDER = Object.keys(LEVELS);
const isBelow = (level: Level, parent: Level) => ORDER.indexOf(level) > ORDER.indexOf(parent);

export const territory: Decider<TerritoryState, TerritoryCommand, TerritoryEvent, TerritoryRefusal, TerritoryFacts> = {
  kind: 'territory',
  events: territoryEvents,
  refusals: {
    TERRITORY_EXISTS: { en: 'This territory is in the tree already.', zh: '该地域已存在。' },
    PARENT_NOT_FOUND: { en: 'There is no such parent territory.', zh: '上级地域不存在。' },
    LEVEL_NOT_BELOW_PARENT: { en: 'The level is not below that of the parent.', zh: '该层级不低于上级地域的层级。' },
  },
  who: { AddTerritory: ['admin'] },
  owner: (_, __, { parent }) => ({ territory: parent?.is === 'standing' ? parent.path : '', orgs: [] }),
  initial: { is: 'new' },

  decide: {
    AddTerritory: (asked, state, _, { id, parent }) => {
      if (state.is !== 'new') return refused('TERRITORY_EXISTS');
      if (asked.parentId === undefined) return added(asked, pathBelow('', id));
      if (parent?.is !== 'standing') return refused('PARENT_NOT_FOUND', 'parentId');
      if (!isBelow(asked.level, parent.level)) return refused('LEVEL_NOT_BELOW_PARENT', 'level');
      return added(asked, pathBelow(parent.path, id));
    },
  },

  evolve: {
    TerritoryAdded: (_, { level, path }) => ({ is: 'standing', level, path }),
  },
};

const added = (asked: TerritoryCommand['data'], path: TerritoryPath) =>
  happened({ type: 'TerritoryAdded' as const, data: { ...asked, path } });
