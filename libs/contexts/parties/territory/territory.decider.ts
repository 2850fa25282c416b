import { happened, pathBelow, refused, uuidOf, idOf, type DataOf, type Decider, type TerritoryPath } from '#kernel';
import { corrected, CORRECTION_REFUSALS } from '../correction.js';
import { before1949, PERIOD_REFUSALS } from '../period.js';
import { territoryCommands, type TerritoryCommand } from './territory.commands.js';
import type { TerritoryEvent } from './territory.events.js';
import { territoryStream, type TerritoryState } from './territory.state.js';
import { LEVELS, type Level } from './territory.words.js';

export type TerritoryRefusal =
  | 'TERRITORY_EXISTS'
  | 'TERRITORY_NOT_THERE'
  | 'PARENT_NOT_FOUND'
  | 'LEVEL_NOT_BELOW_PARENT'
  | 'BEFORE_1949'
  | keyof typeof CORRECTION_REFUSALS;

/** What the tree says around a new territory: where it would lie as a root, and the parent that it names. */
interface Surroundings {
  readonly rootPath: TerritoryPath;
  readonly parent: TerritoryState | undefined;
}

interface Facts {
  readonly AddTerritory: Surroundings;
}

const ORDER = Object.keys(LEVELS.words);
const isBelow = (level: Level, parent: Level) => ORDER.indexOf(level) > ORDER.indexOf(parent);

export const territory: Decider<TerritoryState, TerritoryCommand, TerritoryEvent, TerritoryRefusal, Facts> = {
  ...territoryStream,
  commands: territoryCommands,
  refusals: {
    ...CORRECTION_REFUSALS,
    BEFORE_1949: PERIOD_REFUSALS.BEFORE_1949,
    TERRITORY_NOT_THERE: { en: 'There is no such territory.', zh: '地域不存在。' },
    TERRITORY_EXISTS: { en: 'This territory is in the tree already.', zh: '该地域已存在。' },
    PARENT_NOT_FOUND: { en: 'There is no such parent territory.', zh: '上级地域不存在。' },
    LEVEL_NOT_BELOW_PARENT: { en: 'The level is not below that of the parent.', zh: '该层级不低于上级地域的层级。' },
  },
  facts: {
    AddTerritory: async (read, { parentId }, { stream }) => ({
      rootPath: pathBelow('', idOf('territory', uuidOf(stream))),
      parent: parentId && (await read.state(territoryStream, parentId)),
    }),
  },
  owner: (state, { type, facts }) => {
    if (type === 'CorrectTerritory') return state.is === 'new' ? undefined : { territory: state.path, orgs: [] };
    return { territory: facts.parent?.is === 'standing' ? facts.parent.path : '', orgs: [] };
  },

  decide: {
    AddTerritory: (asked, state, _, { rootPath, parent }) => {
      if (state.is !== 'new') return refused('TERRITORY_EXISTS');
      const early = before1949(asked.validFrom, 'validFrom');
      if (early) return early;
      if (asked.parentId === undefined) return added(asked, rootPath);
      if (parent?.is !== 'standing') return refused('PARENT_NOT_FOUND', 'parentId');
      if (!isBelow(asked.level, parent.level)) return refused('LEVEL_NOT_BELOW_PARENT', 'level');
      return added(asked, `${parent.path}${rootPath}`);
    },
    CorrectTerritory: ({ reason, ...entry }, state) => {
      if (state.is === 'new') return refused('TERRITORY_NOT_THERE');
      const answer = corrected(entry, state.entry, reason);
      if ('refused' in answer) return answer;
      return before1949(entry.validFrom, 'validFrom') ?? happened({ type: 'TerritoryCorrected', data: answer.changed });
    },
  },
};

const added = (asked: DataOf<TerritoryCommand, 'AddTerritory'>, path: TerritoryPath) =>
  happened({ type: 'TerritoryAdded' as const, data: { ...asked, path } });
