import {
  claiming,
  happened,
  pathBelow,
  refused,
  uuidOf,
  idOf,
  type DataOf,
  type Decider,
  type Decision,
  type Id,
  type Refusal,
  type TerritoryPath,
} from '#kernel';
import { beganBefore, BEGINNING_REFUSALS } from '../beginning/beginning.rules.js';
import { readDependants, type Dependant } from '../beginning/beginning.state.js';
import { corrected, CORRECTION_REFUSALS } from '../correction.js';
import { besides } from '../english-name.js';
import { before1949, PERIOD_REFUSALS } from '../period.js';
import { claimsOnCode, othersWithCode } from './territory.code.js';
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
  | 'CODE_TAKEN'
  | keyof typeof BEGINNING_REFUSALS
  | keyof typeof CORRECTION_REFUSALS;

/** What the tree says around a new territory: where it would lie as a root, and the parent that it names. */
interface Surroundings {
  readonly rootPath: TerritoryPath;
  readonly parent: TerritoryState | undefined;
  /** The other places with the same official code. */
  readonly sameCode: readonly Id[];
}

interface Facts {
  readonly AddTerritory: Surroundings;
  readonly CorrectTerritory: Pick<Surroundings, 'sameCode'> & { readonly dependants: readonly Dependant[] };
}

const A_BODY = { en: 'the founding of a body in it', zh: '该地域机构的成立' };

const ORDER = Object.keys(LEVELS.words);
const isBelow = (level: Level, parent: Level) => ORDER.indexOf(level) > ORDER.indexOf(parent);

export const territory: Decider<TerritoryState, TerritoryCommand, TerritoryEvent, TerritoryRefusal, Facts> = {
  ...territoryStream,
  commands: territoryCommands,
  refusals: {
    ...CORRECTION_REFUSALS,
    ...BEGINNING_REFUSALS,
    BEFORE_1949: PERIOD_REFUSALS.BEFORE_1949,
    CODE_TAKEN: { en: 'Another territory has this official code.', zh: '另一地域已使用该行政区划代码。' },
    TERRITORY_NOT_THERE: { en: 'There is no such territory.', zh: '地域不存在。' },
    TERRITORY_EXISTS: { en: 'This territory is in the tree already.', zh: '该地域已存在。' },
    PARENT_NOT_FOUND: { en: 'There is no such parent territory.', zh: '上级地域不存在。' },
    LEVEL_NOT_BELOW_PARENT: { en: 'The level is not below that of the parent.', zh: '该层级不低于上级地域的层级。' },
  },
  facts: {
    AddTerritory: async (read, { parentId, code }, { stream }) => ({
      rootPath: pathBelow('', idOf('territory', uuidOf(stream))),
      parent: parentId && (await read.state(territoryStream, parentId)),
      sameCode: await othersWithCode(read, code, stream),
    }),
    CorrectTerritory: async (read, { code, validFrom }, { stream }) => ({
      sameCode: await othersWithCode(read, code, stream),
      dependants: validFrom === undefined ? [] : await readDependants(read, stream),
    }),
  },
  owner: (state, asked) => {
    if (asked.type === 'CorrectTerritory') return state.is === 'new' ? undefined : { territory: state.path, orgs: [] };
    return { territory: asked.facts.parent?.is === 'standing' ? asked.facts.parent.path : '', orgs: [] };
  },

  decide: {
    AddTerritory: (asked, state, _, { rootPath, parent, sameCode }) => {
      if (state.is !== 'new') return refused('TERRITORY_EXISTS');
      const no = before1949(asked.validFrom, 'validFrom') ?? taken(sameCode);
      if (no) return no;
      if (asked.parentId === undefined) return added(asked, rootPath);
      if (parent?.is !== 'standing') return refused('PARENT_NOT_FOUND', 'parentId');
      if (!isBelow(asked.level, parent.level)) return refused('LEVEL_NOT_BELOW_PARENT', 'level');
      return added(asked, `${parent.path}${rootPath}`);
    },
    CorrectTerritory: ({ reason, ...entry }, state, _, { sameCode, dependants }) => {
      if (state.is === 'new') return refused('TERRITORY_NOT_THERE');
      const answer = corrected(entry, besides(state.entry, entry), reason);
      if ('refused' in answer) return answer;
      const no =
        before1949(entry.validFrom, 'validFrom') ??
        beganBefore(answer.changed.validFrom, A_BODY, dependants) ??
        taken(sameCode);
      return no ?? claiming(happened({ type: 'TerritoryCorrected', data: answer.changed }), claimsOnCode(entry.code));
    },
  },
};

const taken = (others: readonly Id[]): Refusal<'CODE_TAKEN'> | undefined =>
  others.length > 0 ? { ...refused('CODE_TAKEN', 'code'), others } : undefined;

const added = (
  asked: DataOf<TerritoryCommand, 'AddTerritory'>,
  path: TerritoryPath,
): Decision<TerritoryEvent, TerritoryRefusal> =>
  claiming(happened<TerritoryEvent>({ type: 'TerritoryAdded', data: { ...asked, path } }), claimsOnCode(asked.code));
